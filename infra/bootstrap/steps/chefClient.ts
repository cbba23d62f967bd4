import type { ChefClientStep } from "../../bakeline/step";
import { call } from "../shell/quote";
import type { RenderedStep } from "./renderedStep";
import { renderSecretFile } from "./secret";
import { renderService } from "./service";

/** Seconds between two runs, and how far apart the runs of a fleet are spread. */
const intervalSeconds = 300;
const splaySeconds = 60;

/** A run that is under way when the instance ends may finish. */
const drainSeconds = 120;

/** https://docs.chef.io/ctl_chef_client/ and https://docs.chef.io/config_rb_client/ */
export function renderChefClient(step: ChefClientStep): RenderedStep {
  const { program, serverUrl, validatorName, validator } = step;
  const directory = program === "chef-client" ? "/etc/chef" : "/etc/cinc";
  const service = renderService({
    kind: "service",
    name: program,
    unit: renderUnit(program, directory),
    drainSeconds,
    startAt: "ready",
  });
  const clientRb = [
    `chef_server_url ${rubyString(serverUrl)}`,
    `validation_client_name ${rubyString(validatorName)}`,
    `validation_key "${directory}/validation.pem"`,
    'node_name "{{instanceId}}"',
    'environment "{{environment}}"',
    'chef_license "accept"',
    "",
  ].join("\n");
  return {
    script: [
      renderSecretFile(`${directory}/validation.pem`, "root", "0400", validator),
      `${call("render_template", `${directory}/client.rb`, "root", "0644", clientRb)}\n`,
      `${call("render_template", `${directory}/first-boot.json`, "root", "0644", '{ "run_list": ["role[{{role}}]"] }\n')}\n`,
      service.script,
    ].join(""),
    check: service.check,
  };
}

/** Without --daemonize: systemd keeps it, and sees when it fails. */
function renderUnit(program: string, directory: string): string {
  return [
    "[Unit]",
    `Description=${program} every ${intervalSeconds} seconds`,
    "After=network-online.target",
    "[Service]",
    `ExecStart=/usr/bin/env ${program} --config ${directory}/client.rb --json-attributes ${directory}/first-boot.json --interval ${intervalSeconds} --splay ${splaySeconds}`,
    "Restart=on-failure",
    "[Install]",
    "WantedBy=multi-user.target",
    "",
  ].join("\n");
}

function rubyString(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

import assert from "node:assert/strict";
import { divide } from "../../../infra/bakeline/divide";
import { findStepProblems } from "../../../infra/bakeline/problems";
import type { Step } from "../../../infra/bakeline/step";
import { tiers } from "../../../infra/bakeline/tier";
import { type EveryInstanceArgs, withEveryInstance } from "../../../infra/bootstrap/everyInstance";
import { sessionsInstanceSteps } from "./referenceWorkload";

const args: EveryInstanceArgs = {
  operatingSystem: "amazon-linux-2023",
  agents: { kind: "repository" },
  imdsUsers: ["web", "metrics"],
  logGroupName: "/bakeline/dev/web",
  logFiles: [{ path: "/var/log/web.log", name: "web" }],
};

const fileOf = (steps: readonly Step[], path: string): string => {
  const [text] = steps.flatMap((step) =>
    step.kind === "file" && step.path === path ? [step.content.text] : [],
  );
  assert.ok(text !== undefined, path);
  return text;
};

const agentDirectory = "/opt/aws/amazon-cloudwatch-agent/etc/amazon-cloudwatch-agent.d";

describe("withEveryInstance", () => {
  it("keeps a workload's own steps as they are, in order", () => {
    const own: Step[] = [{ kind: "packages", names: ["nginx"] }];
    const steps = withEveryInstance(args, own);
    assert.deepEqual(
      steps.filter((step) => own.includes(step)),
      own,
    );
  });

  it("is a list of steps that every tier takes", () => {
    for (const tier of tiers) {
      assert.deepEqual(findStepProblems(withEveryInstance(args, []), tier), []);
      assert.deepEqual(findStepProblems(sessionsInstanceSteps(), tier), []);
    }
  });

  it("bakes agents, firewall and watcher where the tier bakes the foundation, and boots the log group's name", () => {
    const { bake, boot } = divide(withEveryInstance(args, []), "foundational");
    const units = bake.flatMap((step) => (step.kind === "service" ? [step.name] : []));
    assert.deepEqual(units, [
      "amazon-cloudwatch-agent",
      "amazon-ssm-agent",
      "bakeline-imds-firewall",
      "bakeline-watch",
      "bakeline-end",
    ]);
    assert.deepEqual(
      boot.map((step) => (step.kind === "file" ? step.path : step.kind)),
      [`${agentDirectory}/logs.json`],
    );
  });

  it("collects what EC2 cannot see from outside, and sends log files to the workload's group", () => {
    const steps = withEveryInstance(args, []);
    const { metrics } = JSON.parse(fileOf(steps, `${agentDirectory}/metrics.json`));
    assert.deepEqual(Object.keys(metrics.metrics_collected), ["cpu", "disk", "diskio", "mem", "netstat"]);
    assert.deepEqual(
      JSON.parse(fileOf(steps, `${agentDirectory}/logs.json`)).logs.logs_collected.files.collect_list,
      [
        {
          file_path: "/var/log/web.log",
          log_group_name: "/bakeline/dev/web",
          log_stream_name: "{instance_id}/web",
        },
        {
          file_path: "/var/log/audit/audit.log",
          log_group_name: "/bakeline/dev/web",
          log_stream_name: "{instance_id}/audit",
        },
      ],
    );
  });

  it("sends auditd's log only where the system comes with auditd", () => {
    for (const operatingSystem of ["ubuntu", "debian"] as const)
      assert.doesNotMatch(
        fileOf(withEveryInstance({ ...args, operatingSystem }, []), `${agentDirectory}/logs.json`),
        /audit/,
      );
  });

  it("names the users of the metadata service, one a line", () => {
    assert.equal(fileOf(withEveryInstance(args, []), "/etc/bakeline/imds-users"), "web\nmetrics\n");
  });
});

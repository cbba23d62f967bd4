import { parseArgs } from "node:util";
import { root } from "../build/compile";
import type { StackConfig } from "../infra/config/schema";
import { awsAutoScaling } from "../infra/rollout/awsAutoScaling";
import { clientConfig, pauseMilliseconds } from "../infra/rollout/clientConfig";
import { loadCheckedStack } from "../infra/workloads/checkedStack";
import { logPreview } from "../review/logPreview";
import { ENDPOINT_VARIABLE, serveAccount } from "../sandbox/awsEndpoint";
import { runTool } from "../sandbox/engine/runTool";
import { openSandbox } from "../sandbox/sandbox";
import { findRefreshes } from "./findRefreshes";
import { parseFleets } from "./groups";
import { describeRollouts, undoRollouts } from "./operate";
import { renderPlan } from "./renderPlan";

const usage = `npm run rollout -- <plan|status|undo> --stack <name> [--sandbox]

  plan       which fleets the next update would refresh, in how many batches, how long, and how many stay in service;
             by a preview on the simulated account, against what \`npm run sandbox -- up\` made there
  status     on which version each fleet is, and how far its rollout is
  undo       undo every rollout that is under way, and wait until the fleets are back

  --sandbox  status and undo of the simulated account; without it, of AWS, with your own Pulumi CLI and credentials

Exit code 0: done. 1: it could not be done. 2: wrong arguments.
`;

/** `npm run rollout` */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: {
      stack: { type: "string", short: "s", default: "dev" },
      sandbox: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  if (command === undefined || rest.length > 0 || !["plan", "status", "undo"].includes(command))
    throw new TypeError(`expected plan, status or undo, got ${positionals.join(" ") || "nothing"}`);
  const config = loadCheckedStack(root, values.stack);
  if (command === "plan") {
    console.log(await planStack(values.stack, config));
    return;
  }
  const operate = async (outputs: string, environment: NodeJS.ProcessEnv) => {
    const calls = awsAutoScaling(clientConfig(config.region, values.stack, environment));
    const pause = () => new Promise<void>((resolve) => setTimeout(resolve, pauseMilliseconds(environment)));
    const fleets = parseFleets(outputs);
    const lines = await (command === "undo"
      ? undoRollouts(fleets, calls, pause)
      : describeRollouts(fleets, calls));
    console.log(lines.join("\n"));
  };
  await (values.sandbox ? onSandbox(values.stack, operate) : onAws(values.stack, operate));
}

type Operate = (outputs: string, environment: NodeJS.ProcessEnv) => Promise<void>;

const outputsOf = (stack: string) => ["stack", "output", "--json", "--stack", stack, "--non-interactive"];

async function onSandbox(stack: string, operate: Operate): Promise<void> {
  const sandbox = await openSandbox();
  const { exitCode, stdout, stderr } = await sandbox.run(outputsOf(stack), {
    stdout: "capture",
    stderr: "capture",
  });
  if (exitCode !== 0) throw new Error(stderr.trim());
  const endpoint = await serveAccount(sandbox.folders, process.env);
  try {
    await operate(stdout, { [ENDPOINT_VARIABLE]: endpoint.url });
  } finally {
    endpoint.close();
  }
}

/** With everything that the user's own environment says: their backend, their credentials. */
async function onAws(stack: string, operate: Operate): Promise<void> {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const { exitCode, stdout, stderr } = await runTool("pulumi", outputsOf(stack), { cwd: root, env });
  if (exitCode === -1)
    throw new Error("there is no Pulumi CLI on PATH that could be started; install it, or add --sandbox");
  if (exitCode !== 0)
    throw new Error(
      `pulumi ${outputsOf(stack).join(" ")} failed: ${stderr.trim()}\nFor the simulated account add --sandbox.`,
    );
  await operate(stdout, {});
}

async function planStack(stack: string, config: StackConfig): Promise<string> {
  const { log, exitCode, stderr } = await logPreview(await openSandbox(), { stack, display: false });
  if (exitCode !== 0)
    throw new Error(`the preview failed: ${stderr.trim() || "run npm run preview to see why"}`);
  return renderPlan(stack, findRefreshes(log.events, config));
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  const isUsage = error instanceof TypeError;
  process.stderr.write(isUsage ? `${message}\n\n${usage}` : `${message}\n`);
  process.exitCode = isUsage ? 2 : 1;
});

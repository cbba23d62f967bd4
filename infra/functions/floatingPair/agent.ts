import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EC2Client } from "@aws-sdk/client-ec2";
import { answersOk } from "../answersOk";
import { type AgentSettings, agentSettingsPath, parseAgentSettings } from "./agentSettings";
import { dynamoLease } from "./dynamoLease";
import { ec2Interface } from "./ec2Interface";
import { Member } from "./member";
import type { Clock, PairHost } from "./ports";
import { callTimeoutMs, planPairSettings } from "./settings";

// The program of the unit bakeline-pair, on each of the two instances.
const run = promisify(execFile);
const baseScript = "/usr/lib/bakeline/bakeline";
const activeTarget = "bakeline-active.target";

const clock: Clock = {
  now: () => performance.now(),
  at(time, callback) {
    const timer = setTimeout(callback, Math.max(time - performance.now(), 0));
    return () => clearTimeout(timer);
  },
};

function createHost({ port, healthCheckPath, stopMs }: AgentSettings & { stopMs: number }): PairHost {
  // One after the other, so that a stop which overtakes a start still has the last word.
  let last: Promise<unknown> = Promise.resolve();
  const enqueue = (action: () => Promise<unknown>) => {
    last = last.then(action).catch((error) => console.log(`failed: ${error}`));
  };
  return {
    isHealthy: () => answersOk({ host: "127.0.0.1", port, path: healthCheckPath, timeoutMs: callTimeoutMs }),
    begin(token) {
      enqueue(() => run(baseScript, ["begin-active", `${token}`]));
    },
    end() {
      // The stop is asked for at once and becomes a kill in time for the other member.
      enqueue(() => run("systemctl", ["stop", activeTarget], { timeout: stopMs / 2 }));
      enqueue(() => run("systemctl", ["kill", "--signal=SIGKILL", activeTarget], { timeout: stopMs / 2 }));
    },
  };
}

async function main(): Promise<never> {
  const {
    BAKELINE_INSTANCE_ID: instanceId,
    BAKELINE_REGION: region,
    BAKELINE_INTERFACE: interfaceId,
  } = process.env;
  if (instanceId === undefined || region === undefined || interfaceId === undefined)
    throw new Error("expected BAKELINE_INSTANCE_ID, _REGION and _INTERFACE; run as the unit bakeline-pair");
  const agent = parseAgentSettings(readFileSync(agentSettingsPath, "utf8"));
  const settings = planPairSettings(agent.leaseSeconds, agent.renewSeconds);
  // Two attempts within callTimeoutMs; more would come too late to be of use.
  const aws = {
    region,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 500, requestTimeout: 900, throwOnRequestTimeout: true },
  };
  const member = new Member({
    instanceId,
    settings,
    store: dynamoLease({ client: new DynamoDBClient(aws), tableName: agent.tableName, pair: agent.pair }),
    floating: ec2Interface({ client: new EC2Client(aws), interfaceId, deviceIndex: agent.deviceIndex }),
    host: createHost({ ...agent, stopMs: settings.stopMs }),
    clock,
    report: (line) => console.log(line),
  });
  for (;;) {
    await member.tick();
    await sleep(settings.tickMs);
  }
}

void main();

import { type Endpoint, serveEndpoint } from "./account/endpoint/serve";
import { readCommandLine } from "./commandLine";
import type { SandboxFolders } from "./folders";

/** Where code of ours finds AWS instead of on the internet; read in infra/rollout/clientConfig.ts. */
export const ENDPOINT_VARIABLE = "BAKELINE_AWS_ENDPOINT";

/**
 * `<template>:<version>`, comma-separated: versions whose instances never report ready. The template's name counts
 * without the digits that Pulumi appends. For trying what a bad image or a broken script does to a rollout.
 */
const NEVER_READY_VARIABLE = "BAKELINE_SANDBOX_NEVER_READY";

/** Ten simulated minutes pass in a second: nobody waits for a rollout's checkpoints here. */
const secondsPerSecond = 600;

/** Commands in whose course code of ours calls AWS. */
const callingCommands = ["up", "update"];

export async function serveForCommand(
  args: readonly string[],
  folders: SandboxFolders,
  caller: NodeJS.ProcessEnv,
): Promise<Endpoint | undefined> {
  const [command = ""] = readCommandLine(args).words;
  return callingCommands.includes(command) ? serveAccount(folders, caller) : undefined;
}

/** The account's API over all stacks' ledgers, until it is closed. */
export function serveAccount({ ledger }: SandboxFolders, caller: NodeJS.ProcessEnv): Promise<Endpoint> {
  const neverReady = (caller[NEVER_READY_VARIABLE] ?? "").split(",").filter((entry) => entry !== "");
  return serveEndpoint({
    ledgers: ledger,
    world: {
      now: () => Date.now(),
      secondsPerSecond,
      becomesReady: (template, version) =>
        !neverReady.includes(`${template.replace(/-[0-9a-f]{7}$/, "")}:${version}`),
    },
  });
}

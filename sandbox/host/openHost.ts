import path from "node:path";
import { Worker } from "node:worker_threads";
import { root as repository } from "../../build/compile";
import type { Sandbox } from "../sandbox";
import { HostPorts, type HostTask } from "./task";

/** The program and both providers, served to an engine that attaches to them instead of starting each itself. */
export interface Host {
  /** For `pulumi preview`. */
  readonly args: readonly string[];
  /** For its environment. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Serves the program and the providers from one thread of this process: to the engine they are the same services at
 * other addresses. Started by the engine they are four processes (the language host is one), each of which loads
 * gRPC and warms up anew: half of what a preview of a hundred resources costs.
 *
 * A thread, and not this one: its environment is the engine's, not the caller's; a program that calls process.exit,
 * throws where nobody catches or never ends takes nobody with it, and the engine reports that it is gone.
 */
export async function openHost({ folders, program, environment }: Sandbox): Promise<Host> {
  const task: HostTask = { program, ledgers: folders.ledger };
  const thread = new Worker(path.join(repository, "sandbox", "host", "main.js"), {
    workerData: task,
    env: environment,
    // What a program prints must not get into what we print.
    stdout: true,
    // Nearly all that a preview makes lives to its end: V8 would copy it several times before it lets it grow old.
    resourceLimits: { maxYoungGenerationSizeMb: 192 },
  });
  thread.stdout.pipe(process.stderr, { end: false });
  thread.on("error", (error) => process.stderr.write(`sandbox: ${error.message}\n`));
  const ports = HostPorts.parse(await firstMessage(thread));
  return {
    args: ["--client", `127.0.0.1:${ports.program}`],
    environment: { PULUMI_DEBUG_PROVIDERS: `aws:${ports.aws},awsx:${ports.awsx}` },
    close: async () => {
      await thread.terminate();
    },
  };
}

/** @throws when the thread ends without one */
function firstMessage(thread: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () =>
      reject(new Error("the thread of the program and the providers ended at its start")),
    );
  });
}

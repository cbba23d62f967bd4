import * as z from "zod";

/** What the thread is given. */
export const HostTask = z.object({
  /** The JavaScript file that the project's `main` names. */
  program: z.string(),
  /** The folder of ledgers, one sub-folder a stack. */
  ledgers: z.string(),
});

export type HostTask = z.infer<typeof HostTask>;

/** What the thread answers: the port of each of its servers. */
export const HostPorts = z.object({ program: z.int(), aws: z.int(), awsx: z.int() });

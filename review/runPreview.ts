import path from "node:path";
import { root } from "../build/compile";
import { bakeline } from "../policies/bakeline/pack";
import { packFolder, packs } from "../policies/packs";
import type { Sandbox } from "../sandbox/sandbox";
import { attributeToPacks } from "./attributeToPacks";
import { logPreview } from "./logPreview";
import { judge, type Verdict } from "./verdict";

export interface PreviewArgs {
  stack: string;
  /** Whether the engine's own display goes to stdout. */
  display: boolean;
}

/** Runs the real `pulumi preview` with every pack, and judges what it reported. */
export async function runPreview(sandbox: Sandbox, args: PreviewArgs): Promise<Verdict> {
  const policyPack = path.join(root, packFolder(bakeline));
  const { log, exitCode, stderr } = await logPreview(sandbox, { ...args, policyPack });
  const events = attributeToPacks(log.events, bakeline.name, packs);
  const names = packs.map(({ name }) => name);
  return judge({ stack: args.stack, log: { ...log, events }, packs: names, exitCode, stderr });
}

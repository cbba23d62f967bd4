import { getStack, RunError, runtime } from "@pulumi/pulumi";
import * as z from "zod";
import { type Declared, parseStackConfig } from "./parseStackConfig";
import type { StackConfig } from "./schema";
import { StackConfigError } from "./stackConfigError";

/**
 * The running program's config, checked as a whole. `pulumi.Config` reads one key at a time and so cannot see a key that
 * nobody reads; the runtime's map holds them all, `aws:region` included.
 * @throws RunError with one line a problem: of this error pulumi prints the message only, of others a stack trace too
 */
export function readStackConfig(declared: Declared): StackConfig {
  const source = `Pulumi.${getStack()}.yaml`;
  try {
    return parseStackConfig(runtime.allConfig(), { ...declared, source, secretKeys: readSecretKeys() });
  } catch (error) {
    throw error instanceof StackConfigError ? new RunError(error.message) : error;
  }
}

/** The engine decrypts before it starts a program; which keys were encrypted it says in the environment only. */
function readSecretKeys(): readonly string[] {
  const keys = process.env.PULUMI_CONFIG_SECRET_KEYS;
  return keys === undefined ? [] : z.array(z.string()).parse(JSON.parse(keys));
}

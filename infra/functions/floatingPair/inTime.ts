import { callTimeoutMs } from "./settings";

/** The option that ends a call, with all of its retries, when the pair counts it as failed. */
export function inTime(): { abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(callTimeoutMs) };
}

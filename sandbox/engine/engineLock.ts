import { mkdir } from "node:fs/promises";
import { check, lock } from "proper-lockfile";
import { say } from "./progress";

/** Whoever is killed at work leaves its lock; it counts as dead when not renewed for this long. */
const staleMs = 20_000;
const retries = { retries: 900, minTimeout: 1_000, maxTimeout: 1_000 };

/** Of several processes that come here at once, one works in the engine's folder and the others wait for it. */
export async function withEngineLock<T>(engineFolder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(engineFolder, { recursive: true });
  if (await check(engineFolder, { stale: staleMs }))
    say("another command is getting the engine (minutes, once); waiting for it");
  const release = await lock(engineFolder, { stale: staleMs, retries });
  try {
    return await work();
  } finally {
    await release();
  }
}

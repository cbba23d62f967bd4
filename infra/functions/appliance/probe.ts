import { setTimeout as sleep } from "node:timers/promises";
import { answersOk } from "../answersOk";

export interface Probe {
  readonly address: string;
  readonly port: number;
  readonly path: string;
}

const attempts = 3;
const attemptTimeoutMs = 2_000;
const pauseMs = 1_000;

/** Healthy is what answers 200 once in three attempts: one lost packet must not move every route. */
export async function isHealthy({ address: host, port, path }: Probe): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (await answersOk({ host, port, path, timeoutMs: attemptTimeoutMs })) return true;
    if (attempt < attempts) await sleep(pauseMs);
  }
  return false;
}

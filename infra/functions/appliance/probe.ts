import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export interface Probe {
  readonly address: string;
  readonly port: number;
  readonly path: string;
}

export const attempts = 3;
export const attemptTimeoutMs = 2_000;
export const pauseMs = 1_000;

/** Healthy is what answers 200 once in three attempts: one lost packet must not move every route. */
export async function isHealthy(probe: Probe): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (await answers(probe)) return true;
    if (attempt < attempts) await sleep(pauseMs);
  }
  return false;
}

function answers({ address: host, port, path }: Probe): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ host, port, path, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    // Of the whole exchange: a half-dead member may accept and say nothing.
    const timer = setTimeout(() => request.destroy(), attemptTimeoutMs);
    request
      .on("error", () => resolve(false))
      .on("close", () => {
        clearTimeout(timer);
        resolve(false);
      });
  });
}

import http from "node:http";

export interface HealthCheck {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** Of the whole exchange: what is half dead may accept and say nothing, or say it a byte at a time. */
  readonly timeoutMs: number;
}

/** Whether 200 comes back in time. */
export function answersOk({ host, port, path, timeoutMs }: HealthCheck): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ host, port, path, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    const timer = setTimeout(() => request.destroy(), timeoutMs);
    request
      .on("error", () => resolve(false))
      .on("close", () => {
        clearTimeout(timer);
        resolve(false);
      });
  });
}

import http from "node:http";
import type { Address, SocketGate } from "./socketGate";

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** A GET from within the VPC, as a load balancer's health check makes it. @throws Error when nothing answers. */
export async function getFromVpc(gate: SocketGate, address: Address, path: string): Promise<HttpAnswer> {
  const socket = await gate.connect(address);
  return new Promise((resolve, reject) => {
    const headers = { host: address.host, connection: "close" };
    const options = { path, headers, timeout: 1_000, createConnection: () => socket };
    const request = http.get(options, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        body += text;
      });
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on("timeout", () => request.destroy(new Error(`${address.host}${path}: no answer within 1 s`)));
    request.on("error", reject);
  });
}

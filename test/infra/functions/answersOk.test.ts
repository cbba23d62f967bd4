import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import { answersOk } from "../../../infra/functions/answersOk";

describe("answersOk", () => {
  let server: http.Server;
  let answer: (response: http.ServerResponse) => void;
  let port: number;

  beforeEach(async () => {
    server = http.createServer((_, response) => answer(response));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });

  const ask = () => answersOk({ host: "127.0.0.1", port, path: "/health", timeoutMs: 300 });

  it("is true of 200", async () => {
    answer = (response) => response.writeHead(200).end();
    assert.equal(await ask(), true);
  });

  it("is false of any other status", async () => {
    answer = (response) => response.writeHead(204).end();
    assert.equal(await ask(), false);
  });

  it("gives up on a head that comes a byte at a time, however lively the connection is", async () => {
    const drips: NodeJS.Timeout[] = [];
    answer = ({ socket }) => {
      socket?.write("HTTP/1.1 200 OK\r\nX-Slow: ");
      drips.push(setInterval(() => socket?.write("."), 50));
    };
    const started = performance.now();
    assert.equal(await ask(), false);
    assert.ok(performance.now() - started < 2_000);
    for (const drip of drips) clearInterval(drip);
  });
});

import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import { isHealthy } from "../../../../infra/functions/appliance/probe";

describe("the health check of an appliance's member", function () {
  this.timeout(20_000);
  let server: http.Server;
  let answers: (number | "silence")[];
  let asked: number;
  let port: number;

  beforeEach(async () => {
    asked = 0;
    answers = [];
    server = http.createServer((request, response) => {
      asked++;
      assert.equal(request.url, "/health");
      const answer = answers.shift() ?? 503;
      if (answer !== "silence") response.writeHead(answer).end();
    });
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

  const check = () => isHealthy({ address: "127.0.0.1", port, path: "/health" });

  it("is passed by one answer of 200", async () => {
    answers = [200];
    assert.deepEqual([await check(), asked], [true, 1]);
  });

  it("is passed at the last attempt, after an error and silence", async () => {
    answers = [503, "silence", 200];
    assert.deepEqual([await check(), asked], [true, 3]);
  });

  it("is failed by three other answers", async () => {
    answers = [503, 404, 302];
    assert.deepEqual([await check(), asked], [false, 3]);
  });

  it("is failed where nobody listens", async () => {
    assert.equal(await isHealthy({ address: "127.0.0.1", port: 1, path: "/health" }), false);
  });
});

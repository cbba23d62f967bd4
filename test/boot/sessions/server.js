// The service of the boot tests: sessions in memory, a health answer with the instance's id, a drain on SIGTERM.
const fs = require("node:fs");
const http = require("node:http");

const key = fs.readFileSync("/etc/sessions/session-key");
const { logLevel } = JSON.parse(fs.readFileSync("/etc/sessions/environment.json", "utf8"));
const { INSTANCE_ID: instanceId, ENVIRONMENT: environment, PORT: port } = process.env;
const sessions = new Map();
let draining = false;

const server = http.createServer((request, response) => {
  const answer = (/** @type {number} */ status, /** @type {object} */ body) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(`${JSON.stringify(body)}\n`);
  };
  if (request.url === "/health") {
    const health = { instanceId, environment, logLevel, keyBytes: key.length, sessions: sessions.size };
    return answer(draining ? 503 : 200, health);
  }
  sessions.set(request.url, Date.now());
  return answer(200, { session: request.url });
});

server.listen(Number(port));

process.on("SIGTERM", () => {
  draining = true;
  setTimeout(() => {
    fs.writeSync(1, `drained ${sessions.size} sessions\n`);
    process.exit(0);
  }, 500);
});

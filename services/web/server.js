// The public site: sessions in memory, a health answer with the instance's id, a drain on SIGTERM.
const fs = require("node:fs");
const http = require("node:http");

const {
  INSTANCE_ID: instanceId,
  PORT: port,
  SESSION_KEY_FILE: keyFile = "/etc/web/session-key",
  SETTINGS_FILE: settingsFile = "/etc/bakeline/settings.json",
} = process.env;
// Without its key the site must not come up, and then its health check says so.
const key = fs.readFileSync(keyFile);
const { logLevel } = JSON.parse(fs.readFileSync(settingsFile, "utf8"));
const sessions = new Map();
let draining = false;

const server = http.createServer((request, response) => {
  const answer = (/** @type {number} */ status, /** @type {object} */ body) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(`${JSON.stringify(body)}\n`);
  };
  if (request.url === "/health") return answer(draining ? 503 : 200, { instanceId, hasKey: key.length > 0 });
  if (logLevel === "debug") console.log(`${request.method} ${request.url}`);
  sessions.set(request.url, Date.now());
  return answer(200, { session: request.url });
});

server.listen(Number(port));

process.on("SIGTERM", () => {
  // The load balancer sees 503 and sends no more; what has been asked is answered.
  draining = true;
  server.close(() => {
    console.log(`drained ${sessions.size} sessions`);
    process.exit(0);
  });
  server.closeIdleConnections();
});

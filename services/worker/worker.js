// Background work: a job after the other, a health answer that knows when the last one was done, a drain on SIGTERM.
const http = require("node:http");

const { INSTANCE_ID: instanceId, PORT: port, JOB_MILLISECONDS: jobMilliseconds = "1000" } = process.env;
const stuckAfterMilliseconds = 60_000;
let jobs = 0;
let lastDone = Date.now();
let draining = false;

/** Stands for real work; a job that has begun is always ended. */
async function work() {
  while (!draining) {
    await new Promise((resolve) => setTimeout(resolve, Number(jobMilliseconds)));
    jobs += 1;
    lastDone = Date.now();
  }
  console.log(`drained after ${jobs} jobs`);
  process.exit(0);
}

http
  .createServer((request, response) => {
    const isWell = !draining && Date.now() - lastDone < stuckAfterMilliseconds;
    response.writeHead(request.url === "/health" ? (isWell ? 200 : 503) : 404, {
      "content-type": "application/json",
    });
    response.end(`${JSON.stringify({ instanceId, jobs })}\n`);
  })
  .listen(Number(port));

process.on("SIGTERM", () => {
  draining = true;
});

void work();

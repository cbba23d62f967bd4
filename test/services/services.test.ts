import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../build/compile";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : assert.fail("no port");
}

async function ask(port: number, url: string): Promise<{ status: number; body: unknown }> {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}${url}`);
      return { status: response.status, body: await response.json() };
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

describe("the services", function () {
  this.timeout(20_000);
  let folder: string;
  let child: ChildProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "bakeline-service-"));
  });
  afterEach(() => {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  function start(script: string, environment: Record<string, string>): { output: () => string } {
    let output = "";
    const service = spawn(process.execPath, [path.join(root, "services", script)], {
      env: { INSTANCE_ID: "i-0123", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = service;
    service.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    return { output: () => output };
  }

  async function stop(): Promise<number | null> {
    const service = child ?? assert.fail("not started");
    const ended = once(service, "close");
    service.kill("SIGTERM");
    const [status] = await ended;
    return status;
  }

  it("web answers with its instance's id, keeps sessions, and drains on SIGTERM", async () => {
    const files = {
      SESSION_KEY_FILE: path.join(folder, "key"),
      SETTINGS_FILE: path.join(folder, "settings"),
    };
    writeFileSync(files.SESSION_KEY_FILE, "k");
    writeFileSync(files.SETTINGS_FILE, '{"logLevel":"info"}');
    const port = await freePort();
    const { output } = start("web/server.js", { ...files, PORT: `${port}` });
    assert.deepEqual(await ask(port, "/health"), {
      status: 200,
      body: { instanceId: "i-0123", hasKey: true },
    });
    assert.deepEqual(await ask(port, "/anna"), { status: 200, body: { session: "/anna" } });
    assert.equal(await stop(), 0);
    assert.equal(output(), "drained 1 sessions\n");
  });

  it("web does not come up without its key", async () => {
    start("web/server.js", { SESSION_KEY_FILE: path.join(folder, "none"), PORT: `${await freePort()}` });
    const [status] = await once(child ?? assert.fail(), "close");
    assert.equal(status, 1);
  });

  it("worker says that it is well, and ends the job it is at when it is told to stop", async () => {
    const port = await freePort();
    const { output } = start("worker/worker.js", { PORT: `${port}`, JOB_MILLISECONDS: "200" });
    const { status } = await ask(port, "/health");
    assert.equal(status, 200);
    assert.equal(await stop(), 0);
    assert.match(output(), /^drained after [1-9]\d* jobs\n$/);
  });
});

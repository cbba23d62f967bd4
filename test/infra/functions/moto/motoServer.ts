import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import lockfile from "proper-lockfile";

/** AWS as moto has it, in memory: https://docs.getmoto.org/en/latest/docs/server_mode.html */
export interface MotoServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const root = path.join(__dirname, "../../../..");
const requirements = path.join(__dirname, "requirements.txt");
const environment = path.join(root, ".build", "moto");
const python = path.join(environment, "bin", "python");

/**
 * Starts moto on loopback. The first time it installs it, from the pinned requirements, below .build.
 * @returns undefined where there is no Python 3; under CI that is an error
 */
export async function startMoto(): Promise<MotoServer | undefined> {
  if (!(await install())) return undefined;
  const port = await findFreePort();
  const child = spawn(python, ["-m", "moto.server", "-H", "127.0.0.1", "-p", `${port}`], {
    stdio: "ignore",
    env: { PATH: process.env.PATH },
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await untilAnswers(child, endpoint);
  return {
    endpoint,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function install(): Promise<boolean> {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
  } catch {
    if (process.env.CI === "true") throw new Error("CI needs python3: what calls AWS is tested against moto");
    return false;
  }
  fs.mkdirSync(path.dirname(environment), { recursive: true });
  const wanted = fs.readFileSync(requirements, "utf8");
  const mark = path.join(environment, "requirements.txt");
  const release = await lockfile.lock(path.dirname(environment), {
    lockfilePath: `${environment}.lock`,
    retries: { retries: 300, minTimeout: 1_000, maxTimeout: 1_000 },
  });
  try {
    if (fs.existsSync(mark) && fs.readFileSync(mark, "utf8") === wanted) return true;
    fs.rmSync(environment, { recursive: true, force: true });
    execFileSync("python3", ["-m", "venv", environment], { stdio: "ignore" });
    execFileSync(
      python,
      ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements],
      {
        stdio: ["ignore", "ignore", "inherit"],
      },
    );
    fs.writeFileSync(mark, wanted);
    return true;
  } finally {
    await release();
  }
}

async function findFreePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port of loopback is free");
  return address.port;
}

async function untilAnswers(child: ChildProcess, endpoint: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (child.exitCode !== null) break;
    if (
      await fetch(`${endpoint}/moto-api/`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await sleep(100);
  }
  child.kill("SIGTERM");
  throw new Error("moto did not start; run its python with -m moto.server to see why");
}

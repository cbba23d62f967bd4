import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "../../build/compile";

const run = promisify(execFile);

export interface MotoServer {
  /** On loopback, a port of its own. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

const requirements = path.join(__dirname, "requirements.txt");

/**
 * Why moto cannot run here; undefined where it can. A reason to skip a test on a machine without Python, but not under
 * CI, which has it.
 */
export async function motoMissing(): Promise<string | undefined> {
  if (process.env.CI !== undefined) return undefined;
  return run("python3", ["--version"]).then(
    () => undefined,
    () => "python3 is not installed",
  );
}

/** Starts an empty AWS account in a process of its own, installed on first use into `.sandbox`, which git ignores. */
export async function startMoto(): Promise<MotoServer> {
  // By its module: an installed script names its interpreter by a path that is gone once the environment has moved.
  const server = spawn(
    path.join(await ensureMoto(), "bin", "python"),
    ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGKILL");
    await ended;
  };
  try {
    return { endpoint: await readEndpoint(server), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A virtual environment by the digest of what is pinned, so that a new pin is a new one. */
async function ensureMoto(): Promise<string> {
  const digest = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const home = path.join(root, ".sandbox", `moto-${digest}`);
  if (existsSync(home)) return home;
  await mkdir(path.dirname(home), { recursive: true });
  const making = `${home}.${process.pid}`;
  try {
    await run("python3", ["-m", "venv", making]);
    const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements];
    await run(path.join(making, "bin", "python"), install);
    // Complete or not there: another test process may be making it, too.
    await rename(making, home).catch((error) => {
      if (!existsSync(home)) throw error;
    });
    return home;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

/** What the server says it listens on, once it does. */
function readEndpoint(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const endpoint = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (endpoint !== undefined) resolve(endpoint);
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`moto ended with ${code}: ${said}`)));
  });
}

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import writeFileAtomic from "write-file-atomic";
import * as z from "zod";
import { buildEngine, findBuilt } from "./buildEngine";
import { type EngineCli, isCli } from "./engineCli";
import { withEngineLock } from "./engineLock";
import { installOfficially, type OfficialInstaller } from "./officialInstaller";
import { findOnPath } from "./pathCli";
import { say } from "./progress";

/**
 * The Pulumi CLI to run the sandbox with: on PATH, else installed by the official installer, else built from
 * the pinned Go modules. The last two happen once, whoever asks at
 * the same time, and are kept in `engineFolder`.
 * @throws when none of the ways works, saying what to install.
 */
export async function findCli(
  engineFolder: string,
  caller: NodeJS.ProcessEnv,
  install: OfficialInstaller = installOfficially,
): Promise<EngineCli> {
  const onPath = await findOnPath(caller);
  if (isCli(onPath)) return onPath;

  const kept = await findKept(engineFolder);
  if (kept !== undefined) return kept;
  say(onPath.reason);
  return withEngineLock(
    engineFolder,
    // Whoever held the lock before us has done it.
    async () => (await findKept(engineFolder)) ?? installOrBuild(engineFolder, caller, install),
  );
}

async function installOrBuild(
  engineFolder: string,
  caller: NodeJS.ProcessEnv,
  install: OfficialInstaller,
): Promise<EngineCli> {
  const installed = await install(engineFolder, caller);
  if (isCli(installed)) {
    await remember(engineFolder, installed);
    return installed;
  }
  say(installed.reason);
  return buildEngine(engineFolder, caller);
}

async function findKept(engineFolder: string): Promise<EngineCli | undefined> {
  return (await findInstalled(engineFolder)) ?? findBuilt(engineFolder);
}

const Installed = z.object({ executable: z.string(), version: z.string() });

async function findInstalled(engineFolder: string): Promise<EngineCli | undefined> {
  const file = installedRecord(engineFolder);
  if (!existsSync(file)) return undefined;
  const record = Installed.parse(JSON.parse(await readFile(file, "utf8")));
  return existsSync(record.executable) ? { ...record, source: "installer" } : undefined;
}

/** Written last, so that an installation that was killed half-way is not taken for one. */
async function remember(engineFolder: string, { executable, version }: EngineCli): Promise<void> {
  await writeFileAtomic(installedRecord(engineFolder), JSON.stringify({ executable, version }));
}

function installedRecord(engineFolder: string): string {
  return path.join(engineFolder, "installed.json");
}

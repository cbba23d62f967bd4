import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { parse, stringify } from "yaml";
import * as z from "zod";
import { withPlaceholders } from "../infra/config/placeholders";
import type { SandboxFolders } from "./folders";
import { writeIfChanged } from "./writeIfChanged";

const Mapping = z.record(z.string(), z.unknown());
const StackFile = z.looseObject({ config: Mapping.optional() });
const Project = z.looseObject({
  name: z.string(),
  main: z.string().optional(),
});

/** What the sandbox has to know of a project. */
export interface MirroredProject {
  name: string;
  /** The file or folder of the program, absolute. */
  main: string;
}

/** What a real stack's other secrets become: the sandbox has no key to them, and nothing in it needs one. */
const secretPlaceholder = "a secret of the real stack";

/** Settings of a stack file that belong to its secrets provider. */
const encryptionSettings = ["secretsprovider", "encryptedkey", "encryptionsalt"];

/**
 * Regenerates the project in which the engine runs from the root's Pulumi.yaml and stack files. The engine
 * writes into the stack files that it finds (`stack init`, `config set`), so it is given copies.
 */
export async function writeMirrorProject(folders: SandboxFolders): Promise<MirroredProject> {
  await mkdir(folders.project, { recursive: true });
  const project = Project.parse(parse(await readFile(path.join(folders.root, "Pulumi.yaml"), "utf8")));
  const main = path.resolve(folders.root, project.main ?? ".");
  await writeIfChanged(path.join(folders.project, "Pulumi.yaml"), stringify({ ...project, main }));

  const names = (await readdir(folders.root)).filter(isStackFile);
  for (const name of names) {
    const mirrored = path.join(folders.project, name);
    const own = existsSync(mirrored) ? await readFile(mirrored, "utf8") : "";
    await writeIfChanged(
      mirrored,
      mirrorStackFile(await readFile(path.join(folders.root, name), "utf8"), own),
    );
  }
  for (const name of await readdir(folders.project)) {
    if (isStackFile(name) && !names.includes(name)) await rm(path.join(folders.project, name));
  }
  return { name: project.name, main };
}

/**
 * The sandbox's copy of a stack file: the same settings, no secret, and the salt that the sandbox's own engine
 * once wrote into the copy (a new one would re-encrypt the state on each command).
 */
export function mirrorStackFile(original: string, previousCopy: string): string {
  const { config, ...rest } = StackFile.parse(parse(original) ?? {});
  const settings = { ...rest, ...(config === undefined ? {} : { config: withPlaceholders(config) }) };
  const kept = Object.entries(settings).filter(([key]) => !encryptionSettings.includes(key));
  const mirrored = Object.fromEntries(kept.map(([key, value]) => [key, withoutSecrets(value)]));
  const previous = Mapping.parse(parse(previousCopy) ?? {});
  const salt = previous.encryptionsalt === undefined ? {} : { encryptionsalt: previous.encryptionsalt };
  return stringify({ ...mirrored, ...salt });
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  const mapping = Mapping.safeParse(value);
  if (!mapping.success) return value;
  const entries = Object.entries(mapping.data);
  if (entries.length === 1 && entries[0]?.[0] === "secure") return secretPlaceholder;
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutSecrets(inner)]));
}

/** `Pulumi.<stack>.yaml` */
function isStackFile(name: string): boolean {
  return /^Pulumi\..+\.yaml$/.test(name);
}

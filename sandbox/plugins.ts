import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { compile, root as repository } from "../build/compile";
import type { SandboxFolders } from "./folders";
import { writeIfChanged } from "./writeIfChanged";

/** The providers that the simulated account plays. The npm package of each fixes the plugin's version. */
const providers = ["aws", "awsx"] as const;

const Package = z.object({ version: z.string() });

/** Makes the engine find the simulated account where it looks for the real providers' plugins. */
export async function writeProviderPlugins(folders: SandboxFolders): Promise<void> {
  // Nothing in its process needs a second way to the SDK's messages, and one file starts a third faster.
  const plugin = compile("sandbox/account/plugin.ts", []);
  for (const provider of providers) {
    const manifest = path.join(repository, "node_modules", "@pulumi", provider, "package.json");
    const { version } = Package.parse(JSON.parse(await readFile(manifest, "utf8")));
    const folder = path.join(folders.home, "plugins", `resource-${provider}-v${version}`);
    await mkdir(folder, { recursive: true });
    const command = ["node", plugin, provider].map(quote).join(" ");
    await writeIfChanged(
      path.join(folder, `pulumi-resource-${provider}`),
      `#!/bin/sh\nexec ${command} "$@"\n`,
      0o755,
    );
  }
}

/** For sh: everything between single quotes is itself. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

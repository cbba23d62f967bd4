import fs from "node:fs";
import { tryCommand } from "./command";

/** Deletes a network namespace, and with it the interfaces in it. One that is gone already is no failure. */
export async function deleteNamespace(name: string): Promise<void> {
  const { stderr } = await tryCommand("ip", ["netns", "delete", name]);
  if (fs.existsSync(`/run/netns/${name}`)) throw new Error(`network namespace ${name} stays: ${stderr}`);
}

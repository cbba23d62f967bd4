import fs from "node:fs";
import path from "node:path";
import { Instance } from "./instance";
import { createInstanceRecord, type InstanceDescription } from "./instanceRecord";
import type { MetadataService } from "./metadataService";
import type { Network } from "./network";
import { mountOverlay, unmountBeneath } from "./overlay";
import { firstSubnet } from "./vpc";
import { logFolder, runFolder } from "./workspace";

/** Launches an instance. Its time counts from the call: what is set up for it here is what EC2 sets up there. */
export async function launch(
  description: InstanceDescription,
  network: Network,
  metadata: MetadataService,
): Promise<Instance> {
  const launched = { at: performance.now(), epoch: Date.now() };
  const networkInterface = network.allocate(firstSubnet, description.dualHomed);
  const record = createInstanceRecord(description, networkInterface);
  const folder = path.join(runFolder, record.id);
  const logs = path.join(logFolder, `${record.tags.Name ?? description.image.name}-${record.id}`);
  fs.mkdirSync(logs, { recursive: true });
  const dispose = async () => {
    metadata.remove(record);
    await network.unplug(networkInterface);
    await unmountBeneath(folder);
    fs.rmSync(folder, { recursive: true, force: true });
  };
  metadata.add(record);
  await network.plugIn(networkInterface);
  const overlay = await mountOverlay(folder, description.image.layers);
  return new Instance({ record, network, networkInterface, overlay, logFolder: logs, launched, dispose });
}

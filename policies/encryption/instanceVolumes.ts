import type { Finding, Separately } from "../rule";
import { eachOf } from "../values";
import { findUnencrypted } from "./ebsVolume";

/** As instances, Spot requests and launch configurations spell their volumes. */
export interface InstanceVolumes {
  readonly rootBlockDevice?: { readonly encrypted?: unknown } | undefined;
  readonly ebsBlockDevices?: readonly EbsBlockDevice[] | undefined;
  readonly launchTemplate?: unknown;
}

interface EbsBlockDevice {
  readonly encrypted?: unknown;
  /** Launch configurations only: a device of the AMI's that is left away. */
  readonly noDevice?: unknown;
}

/** Finds every volume that is not encrypted, the root volume among them, which is as the AMI has it unless declared. */
export function findUnencryptedVolumes(
  instance: InstanceVolumes,
  separately: Separately,
): readonly Finding[] {
  return separately(
    () => {
      const root = instance.rootBlockDevice;
      // A launch template maps the root for its instances, and is judged by its own rule.
      if (root == null && instance.launchTemplate != null) return [];
      return findUnencrypted(root?.encrypted, "rootBlockDevice");
    },
    () => separately(...ebsVolumes(instance.ebsBlockDevices, "ebsBlockDevices")),
  );
}

/** One part for each volume beside the root. */
export function ebsVolumes(devices: readonly EbsBlockDevice[] | undefined, path: string) {
  return eachOf(devices, (device, index) => {
    const found = findUnencrypted(device.encrypted, `${path}[${index}]`);
    return found.length > 0 && device.noDevice === true ? [] : found;
  });
}

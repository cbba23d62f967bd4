import { Got } from "../got";
import type { Finding, Separately } from "../rule";
import { eachOf } from "../values";
import { findUnencrypted } from "./ebsVolume";

/** As launch templates and image recipes spell it. */
export interface BlockDeviceMapping {
  readonly deviceName?: string | undefined;
  readonly ebs?: { readonly encrypted?: unknown } | undefined;
}

/** Finds every volume that is not encrypted, the root volume among them, which comes with the image unless mapped. */
export function findUnencryptedMappings(
  mappings: readonly BlockDeviceMapping[] | undefined,
  separately: Separately,
): readonly Finding[] {
  return separately(...mappedVolumes(mappings, "blockDeviceMappings"), () =>
    findInheritedRoot(mappings ?? []),
  );
}

/** One part for each volume that is mapped, whatever the root is. */
export function mappedVolumes(mappings: readonly BlockDeviceMapping[] | undefined, path: string) {
  return eachOf(mappings, ({ ebs }, index) => {
    // An instance store volume (virtualName) or a device of the image's that is left away (noDevice).
    if (ebs == null) return [];
    return findUnencrypted(ebs.encrypted, `${path}[${index}].ebs`);
  });
}

/** What `findInheritedRoot` finds, for the examples of rules. */
export function inheritedRoot(got: string): string {
  return `blockDeviceMappings: expected ${rootMapping}, got ${got}`;
}

const rootMapping = "a mapping of the AMI's root device (/dev/xvda or /dev/sda1) with ebs.encrypted";

/** Without a mapping of its own the root volume is as the AMI's snapshot: unencrypted in nearly every public AMI. */
function findInheritedRoot(mappings: readonly BlockDeviceMapping[]): readonly Finding[] {
  if (mappings.some((mapping) => mapping?.ebs != null && !isDataDevice(mapping.deviceName))) return [];
  return [
    {
      path: "blockDeviceMappings",
      expected: rootMapping,
      got: Got.of(mappings),
      remedy:
        'Map the root device under the name that the AMI gives it (aws ec2 describe-images, RootDeviceName), with ebs.encrypted "true".',
    },
  ];
}

/** Names from b on are for volumes beside the root; the root's name is the AMI's choice, so it is not listed here. */
function isDataDevice(deviceName: string | undefined): boolean {
  return deviceName == null || /^(\/dev\/)?(sd|xvd|hd)[b-z]/.test(deviceName);
}

import { knownImageFamilies, knownRootDeviceName } from "../../compute/rootDevice";
import { type Finding, type SettingPath, wrong } from "../finding";
import type { PartialConfig } from "../partialConfig";

export function rootDeviceProblems({ workloads }: PartialConfig): Finding[] {
  return Object.entries(workloads).flatMap(([name, workload]) =>
    rootDeviceFindings(["workloads", name], workload),
  );
}

/** A root device under another name than the image's would stay unencrypted: infra/compute/rootDevice.ts. */
export function rootDeviceFindings(
  path: SettingPath,
  {
    imageParameter,
    rootDeviceName,
  }: { imageParameter?: string | undefined; rootDeviceName?: string | undefined },
): Finding[] {
  if (imageParameter === undefined) return [];
  const known = knownRootDeviceName(imageParameter);
  if (known === undefined && rootDeviceName === undefined)
    return [
      {
        ...wrong(
          [...path, "imageParameter"],
          `one that begins with ${knownImageFamilies.join(", ")}, or rootDeviceName beside it`,
          "add rootDeviceName: the name of the AMI's root device, such as /dev/xvda",
        ),
        absent: [...path, "rootDeviceName"],
      },
    ];
  if (known !== undefined && rootDeviceName !== undefined && rootDeviceName !== known)
    return [
      wrong(
        [...path, "rootDeviceName"],
        `${known}, the root device of the images of imageParameter`,
        "leave it out",
      ),
    ];
  return [];
}

export function sizeProblems({ workloads }: PartialConfig): Finding[] {
  return Object.entries(workloads).flatMap(([name, { minSize, maxSize }]) =>
    minSize !== undefined && maxSize !== undefined && minSize > maxSize
      ? [
          wrong(
            ["workloads", name, "minSize"],
            `at most maxSize (${maxSize})`,
            "raise maxSize or lower minSize",
          ),
        ]
      : [],
  );
}

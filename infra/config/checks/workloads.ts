import { knownImageFamilies, knownRootDeviceName } from "../../compute/rootDevice";
import { type Finding, wrong } from "../finding";
import type { PartialConfig } from "../partialConfig";

/** A root device under another name than the image's would stay unencrypted: infra/compute/rootDevice.ts. */
export function rootDeviceProblems({ workloads }: PartialConfig): Finding[] {
  return Object.entries(workloads).flatMap(([name, { imageParameter, rootDeviceName }]) => {
    if (imageParameter === undefined) return [];
    const known = knownRootDeviceName(imageParameter);
    if (known === undefined && rootDeviceName === undefined)
      return [
        {
          ...wrong(
            ["workloads", name, "imageParameter"],
            `one that begins with ${knownImageFamilies.join(", ")}, or rootDeviceName beside it`,
            "add rootDeviceName: the name of the AMI's root device, such as /dev/xvda",
          ),
          absent: ["workloads", name, "rootDeviceName"],
        },
      ];
    if (known !== undefined && rootDeviceName !== undefined && rootDeviceName !== known)
      return [
        wrong(
          ["workloads", name, "rootDeviceName"],
          `${known}, the root device of the images of imageParameter`,
          "leave it out",
        ),
      ];
    return [];
  });
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

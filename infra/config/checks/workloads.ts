import { findInstanceType } from "../../compute/instanceTypes/instanceType";
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

export function architectureProblems({ workloads }: PartialConfig): Finding[] {
  return Object.entries(workloads).flatMap(([name, workload]) =>
    architectureFindings(["workloads", name], workload),
  );
}

/** Public images say in their parameter's name what they are made for. Of a type that facts.json lacks nothing is known. */
export function architectureFindings(
  path: SettingPath,
  {
    imageParameter = "",
    instanceType = "",
  }: { imageParameter?: string | undefined; instanceType?: string | undefined },
): Finding[] {
  const said = /(x86_64|amd64|arm64)/.exec(imageParameter)?.[1];
  const runs = findInstanceType(instanceType)?.architectures;
  if (said === undefined || runs === undefined) return [];
  const architecture = said === "amd64" ? "x86_64" : said;
  if (runs.includes(architecture)) return [];
  return [
    wrong(
      [...path, "instanceType"],
      `a type that runs ${architecture}, as imageParameter does`,
      `choose an image of ${runs.join(", ")}, or another type`,
    ),
  ];
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

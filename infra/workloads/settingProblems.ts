import type { OperatingSystem } from "../bakeline/operatingSystem";
import { type Finding, wrong } from "../config/finding";
import type { PartialConfig } from "../config/partialConfig";
import { artifactNamesOf } from "./release";
import type { Workload } from "./workload";

type Settings = PartialConfig["workloads"][string];

/** What a workload asks of its settings that the schema cannot know. */
export function findSettingProblems(workload: Workload, settings: Settings | undefined): Finding[] {
  // A workload without settings is told as that.
  if (settings === undefined) return [];
  return [
    ...releaseProblems(workload, settings),
    ...requestProblems(workload, settings),
    ...imageProblems(workload, settings),
  ];
}

function releaseProblems({ name, steps }: Workload, { releases }: Settings): Finding[] {
  const artifacts = artifactNamesOf(steps);
  const unknown = Object.keys(releases).filter((artifact) => !artifacts.includes(artifact));
  const missing = artifacts.filter((artifact) => !Object.hasOwn(releases, artifact));
  return [
    ...unknown.map(
      (artifact): Finding => ({
        kind: "unknownKey",
        path: ["workloads", name, "releases", artifact],
        expected: `an artifact of the steps of ${name} (${artifacts.join(", ") || "none"})`,
        remedy: "add an artifact step to the workload, or remove the release",
      }),
    ),
    ...missing.map((artifact) => {
      const path = ["workloads", name, "releases", artifact];
      const remedy = "add bucket, key, version and sha256 of the release that this stack runs";
      // An incomplete release is told by the schema, setting by setting.
      return { ...wrong(path, `the release of the artifact ${artifact}`, remedy), absent: path };
    }),
  ];
}

function requestProblems({ name, traffic }: Workload, { targetRequestsPerTarget }: Settings): Finding[] {
  const path = ["workloads", name, "targetRequestsPerTarget"];
  switch (traffic.kind) {
    case "loadBalancer":
      return targetRequestsPerTarget === undefined
        ? [
            {
              ...wrong(
                path,
                "the requests per minute that one instance shall have",
                "measure what one instance carries, and choose less",
              ),
              absent: path,
            },
          ]
        : [];
    case "none":
      return targetRequestsPerTarget === undefined
        ? []
        : [wrong(path, "nothing: no load balancer counts requests to this workload", "leave it out")];
    default:
      return traffic satisfies never;
  }
}

/** Beginnings of the public parameters of each operating system's images. */
const imageFamilies: Record<OperatingSystem, string> = {
  "amazon-linux-2023": "/aws/service/ami-amazon-linux-latest/al2023-ami-",
  ubuntu: "/aws/service/canonical/ubuntu/",
  debian: "/aws/service/debian/",
};

/** Of an image of your own only its builder knows what runs on it. */
function imageProblems({ name, operatingSystem }: Workload, { imageParameter }: Settings): Finding[] {
  if (imageParameter === undefined || !imageParameter.startsWith("/aws/service/")) return [];
  const family = imageFamilies[operatingSystem];
  if (imageParameter.startsWith(family)) return [];
  return [
    wrong(
      ["workloads", name, "imageParameter"],
      `one that begins with ${family}, because the workload's operating system is ${operatingSystem}`,
      "choose one, or declare the workload for another operating system",
    ),
  ];
}

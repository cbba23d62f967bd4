import type { Layer } from "./tier";

/** Installs packages of the operating system's own repositories. Layer: foundation. */
export interface PackagesStep {
  kind: "packages";
  layer?: Layer;
  /** Package names as the operating system spells them, e.g. `nginx-light`. */
  names: readonly string[];
}

/** Unpacks one release of an application, fetched from S3 and checked before use. Layer: application. */
export interface ArtifactStep {
  kind: "artifact";
  layer?: Layer;
  name: string;
  version: string;
  /** Key of a `.tar.gz` in the bootstrap bucket. */
  key: string;
  /** 64 hexadecimal digits; an archive with another digest is never unpacked. */
  sha256: string;
  /** The directory that receives the archive's content, e.g. `/opt/sessions`. */
  directory: string;
}

/** Text of a file: as it stands, or a template over facts that only the booting instance knows. */
export type FileContent =
  | { kind: "literal"; text: string }
  /** `{{instanceId}}` and the other names of `facts`; any other `{{…}}` is refused. */
  | { kind: "template"; text: string };

/** Writes a file. Layer: application for literal text, configuration for a template. */
export interface FileStep {
  kind: "file";
  layer?: Layer;
  path: string;
  content: FileContent;
  /** Default: root. */
  owner?: string;
  /** Octal, four digits. Default: 0644. */
  mode?: string;
}

/** Installs a systemd unit. It starts when every step is done, whichever side of the line it is on. Layer: application. */
export interface ServiceStep {
  kind: "service";
  layer?: Layer;
  /** The unit's name without `.service`. */
  name: string;
  /** The unit file. */
  unit: string;
}

/** Runs a command unless its test says that its work is done. Layer: foundation. */
export interface CommandStep {
  kind: "command";
  layer?: Layer;
  name: string;
  run: string;
  /** Exit 0: nothing to do. What makes the step safe to run twice. */
  unless: string;
}

/** Where a secret lives; its value is read by the instance at boot, with the instance's role. */
export type SecretReference =
  | { kind: "parameterStore"; name: string }
  | { kind: "secretsManager"; secretId: string };

/** Writes a secret to a file that only its owner reads. Layer: configuration, and no other is legal. */
export interface SecretStep {
  kind: "secret";
  layer?: Layer;
  path: string;
  reference: SecretReference;
  owner: string;
  /** Octal, four digits. Default: 0400. */
  mode?: string;
}

/** One thing that an instance needs. Steps are done in the order in which the workload lists them. */
export type Step = PackagesStep | ArtifactStep | FileStep | ServiceStep | CommandStep | SecretStep;

/** What only a booting instance knows, read through IMDSv2. */
export const facts = [
  "instanceId",
  "availabilityZone",
  "region",
  "privateIp",
  "role",
  "environment",
] as const;
export type Fact = (typeof facts)[number];

/** The layer that a step has when it names none. */
export function defaultLayer(step: Step): Layer {
  switch (step.kind) {
    case "packages":
    case "command":
      return "foundation";
    case "artifact":
    case "service":
      return "application";
    case "file":
      return step.content.kind === "template" ? "configuration" : "application";
    case "secret":
      return "configuration";
    default:
      return step satisfies never;
  }
}

export function layerOf(step: Step): Layer {
  return step.layer ?? defaultLayer(step);
}

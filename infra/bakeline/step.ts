import type { Layer } from "./tier";

/** Installs packages of the operating system's own repositories. Layer: foundation. */
export interface PackagesStep {
  kind: "packages";
  layer?: Layer;
  /** Package names as the operating system spells them, e.g. `nginx-light`. */
  names: readonly string[];
  /** Package files (`.deb` or `.rpm`) of the bootstrap bucket, for what no repository offers. Default: none. */
  files?: readonly BucketObject[];
}

/** An object of the bootstrap bucket, which is never used with another digest than the one named. */
export interface BucketObject {
  key: string;
  /** 64 hexadecimal digits. */
  sha256: string;
}

/** Unpacks one release of an application, a `.tar.gz` that is checked before use. Layer: application. */
export interface ArtifactStep extends BucketObject {
  kind: "artifact";
  layer?: Layer;
  name: string;
  version: string;
  /** Becomes a link to the directory with the archive's content, e.g. `/opt/sessions`. */
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
  /** The unit file. Default: the one that a package brought. */
  unit?: string;
  /** Seconds that the service needs to end what it is doing after SIGTERM, 1 to 3600. Default: 30. */
  drainSeconds?: number;
  /**
   * `boot`: what the health check answers for. `ready`: once it answers, so that agents take no time from it.
   * Default: boot.
   */
  startAt?: "boot" | "ready";
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

/**
 * Runs a playbook by ansible-pull, from a git bundle in the bootstrap bucket (`git bundle create x.bundle HEAD main`).
 * Needs `git` and `ansible` or `ansible-core` from a packages step before it. Layer: configuration.
 */
export interface AnsiblePullStep extends BucketObject {
  kind: "ansiblePull";
  layer?: Layer;
  name: string;
  /** Path of the playbook in the bundle, e.g. `site.yml`. */
  playbook: string;
}

/**
 * Registers with a Chef or Cinc server and converges every five minutes; the run-list is the role that the tag names.
 * The client comes from a packages step before it. Layer: configuration, and no other is legal.
 */
export interface ChefClientStep {
  kind: "chefClient";
  layer?: Layer;
  program: "chef-client" | "cinc-client";
  /** e.g. `https://chef.example.com/organizations/site`. */
  serverUrl: string;
  validatorName: string;
  /** The validator's private key. */
  validator: SecretReference;
}

/** One thing that an instance needs. Steps are done in the order in which the workload lists them. */
export type Step =
  | PackagesStep
  | ArtifactStep
  | FileStep
  | ServiceStep
  | CommandStep
  | SecretStep
  | AnsiblePullStep
  | ChefClientStep;

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
function defaultLayer(step: Step): Layer {
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
    case "ansiblePull":
    case "chefClient":
      return "configuration";
    default:
      return step satisfies never;
  }
}

export function layerOf(step: Step): Layer {
  return step.layer ?? defaultLayer(step);
}

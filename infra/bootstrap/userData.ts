import { maximumUserDataBytes } from "../../scan/userDataLimit";
import type { OperatingSystem } from "../bakeline/operatingSystem";
import { layerOf, type Step } from "../bakeline/step";
import { baseScript } from "./baseScript";
import {
  type BootstrapObject,
  type Bundle,
  createObject,
  renderBundle,
  renderStepBundles,
  series,
} from "./bundle";
import { renderCloudConfig } from "./cloudConfig";
import { type Encoding, encode } from "./encode";
import { type BootFacts, type ManifestEntry, type Overlays, renderLoader } from "./loader";
import { renderMime } from "./mime";
import { renderSteps } from "./steps/stepScript";

export interface UserDataArgs {
  readonly facts: BootFacts;
  /** The steps below the line: `divide(steps, tier).boot`. */
  readonly boot: readonly Step[];
  /** By the value of the tag `role`. */
  readonly roles: Overlays;
  /** By the value of the tag `environment`. */
  readonly environments: Overlays;
}

export interface UserData {
  /** As a launch template takes it: base64. */
  readonly userData: string;
  /** Bytes before base64, of which EC2 takes 16,384. */
  readonly rawBytes: number;
  readonly encoding: Encoding;
  /** What must be in the bucket before an instance boots. One entry a key. */
  readonly objects: readonly BootstrapObject[];
}

const base = createObject(baseScript);

/**
 * The user data of a workload's launch template. Steps ride inline; where they do not fit even compressed, the
 * largest leave for objects of their own until the rest does. Overlays, the base script and what boots of the
 * foundation, which is mostly the same for all workloads and waits for packages anyway, are always objects, named by
 * digest: a changed overlay is changed user data, and so a new template version.
 * @throws Error naming the largest parts when nothing that could leave is left.
 */
export function renderUserData({ facts, boot, roles, environments }: UserDataArgs): UserData {
  const { operatingSystem } = facts;
  const shared: NamedObject[] = [
    { name: "base", object: base },
    ...renderOverlays("role", roles, operatingSystem),
    ...renderOverlays("environment", environments, operatingSystem),
  ];
  const rendered = renderSteps(boot, operatingSystem);
  // Layers never go down in a list of steps.
  const foundationSteps = boot.filter((step) => layerOf(step) === "foundation").length;
  const foundation = rendered.slice(0, foundationSteps);
  if (foundation.length > 0) {
    const { name, text } = renderBundle("steps/foundation", series.workload, foundation);
    shared.push({ name, object: createObject(text) });
  }
  const cloudConfig = renderCloudConfig(operatingSystem);
  const render = (inline: readonly Bundle[], spilled: readonly NamedObject[]) => {
    const manifest = [...shared, ...spilled].map(toManifestEntry);
    const loader = renderLoader(
      facts,
      manifest,
      inline.map(({ text }) => text),
    );
    return encode(
      renderMime([
        { contentType: "text/cloud-config", content: cloudConfig },
        { contentType: "text/cloud-boothook", content: loader },
      ]),
    );
  };

  let inline: readonly Bundle[] = renderStepBundles(series.workload, rendered.slice(foundationSteps));
  const spilled: NamedObject[] = [];
  let encoded = render(inline, spilled);
  while (encoded.bytes.length > maximumUserDataBytes) {
    const largest = findLargest(inline);
    if (largest === undefined)
      throw tooLarge(facts.workload, encoded.bytes.length, inline, [...shared, ...spilled]);
    inline = inline.filter((bundle) => bundle !== largest);
    spilled.push({ name: largest.name, object: createObject(largest.text) });
    encoded = render(inline, spilled);
  }
  return {
    userData: encoded.bytes.toString("base64"),
    rawBytes: encoded.bytes.length,
    encoding: encoded.encoding,
    objects: unique([...shared, ...spilled].map(({ object }) => object)),
  };
}

/** Of a line, besides the part's name: a blank, 64 digits, a newline. */
const manifestLineBytes = 66;

interface NamedObject {
  readonly name: string;
  readonly object: BootstrapObject;
}

function renderOverlays(
  kind: "role" | "environment",
  overlays: Overlays,
  operatingSystem: OperatingSystem,
): NamedObject[] {
  return Object.entries(overlays).map(([value, steps]) => {
    if (!/^[A-Za-z0-9._-]+$/.test(value))
      throw new Error(
        `overlay of ${kind}: expected letters, digits, ".", "_" and "-", got ${JSON.stringify(value)}; rename the tag's value`,
      );
    const name = `${kind}/${value}`;
    const { text } = renderBundle(name, series[kind], renderSteps(steps, operatingSystem));
    // Never empty: S3 holds empty objects, but a person who finds one wonders.
    return { name, object: createObject(`# Bakeline's overlay ${name}\n${text}`) };
  });
}

function toManifestEntry({ name, object }: NamedObject): ManifestEntry {
  return { part: name, sha256: object.key };
}

/** The longest bundle that is longer than the line of the manifest which would stand for it. */
function findLargest(bundles: readonly Bundle[]): Bundle | undefined {
  const [first] = bundles
    .filter(({ name, text }) => text.length > name.length + manifestLineBytes)
    .toSorted((a, b) => b.text.length - a.text.length);
  return first;
}

function tooLarge(
  workload: string,
  bytes: number,
  inline: readonly Bundle[],
  manifest: readonly NamedObject[],
): Error {
  const parts = [
    ...inline.map(({ name, text }) => ({ name, bytes: text.length })),
    {
      name: `the manifest's ${manifest.length} lines`,
      bytes: manifest.reduce((sum, { name }) => sum + name.length + manifestLineBytes, 0),
    },
  ].toSorted((a, b) => b.bytes - a.bytes);
  const largest = parts.slice(0, 5).map((part) => `${part.name} (${part.bytes} bytes)`);
  return new Error(
    `user data of workload ${workload}: expected at most ${maximumUserDataBytes} bytes, got ${bytes} compressed, with all in S3 that can be; the largest parts left: ${largest.join(", ")}; merge steps, or move them above the line`,
  );
}

function unique(objects: readonly BootstrapObject[]): BootstrapObject[] {
  return [...new Map(objects.map((object) => [object.key, object])).values()];
}

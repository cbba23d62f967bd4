import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { divide } from "../../infra/bakeline/divide";
import type { Step } from "../../infra/bakeline/step";
import type { Tier } from "../../infra/bakeline/tier";
import type { Overlays } from "../../infra/bootstrap/loader";
import { renderUserData, type UserData } from "../../infra/bootstrap/userData";
import { planImages } from "../../infra/images/imagePlan";
import {
  environments,
  roles,
  sessionsFacts,
  sessionsInstanceSteps,
} from "../infra/bootstrap/referenceWorkload";
import type { Image } from "./rig/image";
import type { Instance } from "./rig/instance";
import type { Rig } from "./rig/rig";
import { region } from "./rig/vpc";
import { rigSources } from "./rig/workspace";

export const secret = 'correct horse battery staple é\n"quoted"';

export const bucket = sessionsFacts("base").bucket;

export const hostTags = {
  role: "sessions",
  environment: "dev",
  "aws:autoscaling:groupName": "sessions-4711",
};

/** What a test may change of what an instance boots from. */
export interface Variation {
  readonly extraSteps?: readonly Step[];
  readonly environments?: Overlays;
}

/** The steps of the service, with what they fetch planted in the rig's bucket. */
export function plantSessions(rig: Rig): Step[] {
  rig.aws.plantParameter("/sessions/session-key", secret);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bakeline-sessions-"));
  const plant = (key: string, file: string) => {
    const content = fs.readFileSync(file);
    rig.objectStore.put(bucket, key, content);
    return { key, sha256: createHash("sha256").update(content).digest("hex") };
  };
  try {
    const archive = path.join(folder, "sessions.tar.gz");
    // The same bytes at every run, so that a kept image is found again.
    const reproducible = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner"];
    execFileSync("bash", [
      "-c",
      `set -o pipefail; tar ${reproducible.join(" ")} -C "$1" -cf - server.js | gzip -n >"$2"`,
      "pack",
      path.join(rigSources, "..", "sessions"),
      archive,
    ]);
    const [cloudWatchAgent, ssmAgent] = ["amazon-cloudwatch-agent", "amazon-ssm-agent"].map((name) =>
      plant(`agents/${name}.deb`, packAgent(folder, name)),
    );
    if (cloudWatchAgent === undefined || ssmAgent === undefined) throw new Error("no agents");
    return sessionsInstanceSteps(plant("sessions/1.4.2.tar.gz", archive), {
      kind: "bucket",
      cloudWatchAgent,
      ssmAgent,
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Stands for one of AWS's agents, which no mirror of the rig has: a package with a unit that does nothing. */
function packAgent(folder: string, name: string): string {
  const root = path.join(folder, name);
  const files = {
    "DEBIAN/control": `Package: ${name}\nVersion: 1.0\nArchitecture: all\nMaintainer: tests\nDescription: stands for ${name}\n`,
    [`lib/systemd/system/${name}.service`]:
      "[Service]\nExecStart=/bin/sleep infinity\n[Install]\nWantedBy=multi-user.target\n",
  };
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
  const environment = { ...process.env, SOURCE_DATE_EPOCH: "0" };
  execFileSync("dpkg-deb", ["--build", "--root-owner-group", root], { env: environment, stdio: "ignore" });
  return `${root}.deb`;
}

/** The image of a tier: what the component documents of its images, executed one on the other, make of Debian. */
export async function bakeTier(rig: Rig, steps: readonly Step[], tier: Tier): Promise<Image> {
  const vendor = {
    imageParameter: "/aws/service/debian/release/12/latest/amd64",
    rootDeviceName: "/dev/xvda",
  };
  const parts = { ...vendor, operatingSystem: "debian", bucket, region, domain: "amazonaws.com" } as const;
  let parent = rig.baseImage;
  for (const { name, document } of planImages({ ...parts, workload: "sessions", steps, tier }))
    parent = await rig.bake({ name, parent, documents: [document.content] });
  return parent;
}

/** Where the bucket has a workload's object. */
export function objectKey(digest: string): string {
  return `${sessionsFacts("base").workload}/${digest}`;
}

/** The user data of a tier, with its objects planted. */
export function renderTier(
  rig: Rig,
  steps: readonly Step[],
  tier: Tier,
  variation: Variation = {},
): UserData {
  const { boot } = divide([...steps, ...(variation.extraSteps ?? [])], tier);
  const overlays = { roles, environments: variation.environments ?? environments };
  const rendered = renderUserData({ facts: sessionsFacts(tier), boot, ...overlays });
  for (const { key, content } of rendered.objects) rig.objectStore.put(bucket, objectKey(key), content);
  return rendered;
}

/** @param tags beside those of every host */
export function launchTier(
  rig: Rig,
  image: Image,
  { userData }: UserData,
  tags: Readonly<Record<string, string>> = {},
): Promise<Instance> {
  return rig.launch({ image, userData: Buffer.from(userData, "base64"), tags: { ...hostTags, ...tags } });
}

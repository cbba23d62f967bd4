import assert from "node:assert/strict";
import { findDifference, planHistory } from "../../image/difference";
import { renderDifference, renderHistory } from "../../image/render";
import type { Step } from "../../infra/bakeline/step";
import { planImages } from "../../infra/images/imagePlan";
import { type Revisions, recordRevisions } from "../../infra/images/revision";

const place = {
  workload: "web",
  operatingSystem: "debian",
  tier: "full",
  imageParameter: "/aws/service/debian/release/12/latest/amd64",
  rootDeviceName: "/dev/xvda",
  bucket: "b",
  region: "eu-west-1",
  domain: "amazonaws.com",
} as const;

const before: readonly Step[] = [
  { kind: "packages", names: ["curl", "nginx"] },
  { kind: "file", layer: "foundation", path: "/etc/motd", content: { kind: "literal", text: "one" } },
  { kind: "command", name: "user", run: "useradd web", unless: "id web" },
  {
    kind: "artifact",
    name: "web",
    version: "1.0",
    key: "web/1",
    sha256: "ab".repeat(32),
    directory: "/opt/web",
  },
];

const after: readonly Step[] = [
  { kind: "packages", names: ["jq", "nginx"] },
  { kind: "file", layer: "foundation", path: "/etc/issue", content: { kind: "literal", text: "new" } },
  { kind: "file", layer: "foundation", path: "/etc/motd", content: { kind: "literal", text: "two" } },
  {
    kind: "artifact",
    name: "web",
    version: "1.1",
    key: "web/2",
    sha256: "cd".repeat(32),
    directory: "/opt/web",
  },
];

const revisions: Revisions = [before, after].reduce<Revisions>(
  (all, steps) => recordRevisions(all, planImages({ ...place, steps })),
  {},
);
const lastTwo = { from: undefined, to: undefined };

describe("npm run image", () => {
  it("says which steps, packages and files changed between the last two revisions", () => {
    assert.equal(
      renderDifference(findDifference(revisions, "web-foundational", lastTwo)),
      `web-foundational 1.1 -> 1.2
  + step    file-etc-issue
  - step    command-user
  ~ step    packages
  ~ step    file-etc-motd
  + package jq
  - package curl
  + file    /etc/issue
  ~ file    /etc/motd`,
    );
  });

  it("says that an image is built on another parent, by the parent's version", () => {
    assert.equal(
      renderDifference(findDifference(revisions, "web-full", lastTwo)),
      `web-full 1.1 -> 1.2
  built on  web-foundational 1.1 -> web-foundational 1.2
  ~ step    artifact-web
  + file    /opt/web (web 1.1)
  - file    /opt/web (web 1.0)`,
    );
  });

  it("tells the way back as well as the way forward", () => {
    const { added, removed } = findDifference(revisions, "web-foundational", { from: 2, to: 1 }).packages;
    assert.deepEqual([added, removed], [["curl"], ["jq"]]);
  });

  it("names the images and revisions that there are", () => {
    assert.throws(() => findDifference(revisions, "wbe-full", lastTwo), {
      message: "wbe-full: expected one of web-foundational, web-full",
    });
    assert.throws(() => findDifference(revisions, "web-full", { from: 1, to: 3 }), {
      message: "web-full: expected a revision from 1 to 2, got 3",
    });
  });

  it("tells the history, newest first, with the commit that recorded each and its parent", () => {
    const commit = {
      hash: "ab".repeat(20),
      date: "2026-11-26T06:00:00Z",
      author: "Ada",
      subject: "jq for the health check",
    };
    const [, second] = revisions["web-full"] ?? [];
    const history = planHistory(revisions, "web-full", (digest) =>
      digest === second?.digest ? undefined : commit,
    );
    assert.equal(
      renderHistory(history),
      `web-full 1.2  on web-foundational 1.2
  not committed
web-full 1.1  on web-foundational 1.1
  abababababab 2026-11-26T06:00:00Z Ada: jq for the health check`,
    );
  });
});

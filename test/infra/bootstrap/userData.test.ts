import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { parse } from "yaml";
import { divide } from "../../../infra/bakeline/divide";
import { operatingSystems } from "../../../infra/bakeline/operatingSystem";
import type { Step } from "../../../infra/bakeline/step";
import { tiers } from "../../../infra/bakeline/tier";
import { baseScript } from "../../../infra/bootstrap/baseScript";
import { renderUserData, type UserData, type UserDataArgs } from "../../../infra/bootstrap/userData";
import { maximumUserDataBytes } from "../../../scan/userDataLimit";
import { anyOverlays, awkwardText, legalSteps } from "../bakeline/anyStep";
import { parseMime } from "./mimeParts";
import { checkScripts, hasShellcheck } from "./program";
import { environments, roles, sessionsFacts, sessionsUserData } from "./referenceWorkload";

const anyArgs: fc.Arbitrary<UserDataArgs> = fc.record({
  facts: fc.record({
    workload: fc.constantFrom("web", "sessions"),
    stack: fc.constantFrom("dev", "prod"),
    tier: fc.constantFrom(...tiers),
    operatingSystem: fc.constantFrom(...operatingSystems),
    port: fc.integer({ min: 1, max: 65_535 }),
    healthCheckPath: awkwardText.map((text) => `/${text}`),
    logGroupName: fc.constant("/bakeline/dev/web"),
    bucket: fc.constant("bakeline-dev-bootstrap"),
  }),
  boot: legalSteps,
  roles: anyOverlays,
  environments: anyOverlays,
});

const decode = ({ userData, encoding }: UserData) => {
  const bytes = Buffer.from(userData, "base64");
  return (encoding === "gzip" ? gunzipSync(bytes) : bytes).toString("utf8");
};

const loaderOf = (rendered: UserData) => parseMime([decode(rendered)])[0]?.[1]?.content ?? "";

const withFile = (text: string, layer: "application" | "configuration" = "configuration"): UserDataArgs => {
  const file: Step = { kind: "file", layer, path: "/etc/large", content: { kind: "literal", text } };
  const args = sessionsUserData("full");
  return { ...args, boot: [...args.boot, file] };
};

/** Hexadecimal digits, which compress to half. */
const noise = (length: number, seed = "0") =>
  Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
    createHash("sha256").update(`${seed}${index}`).digest("hex"),
  )
    .join("")
    .slice(0, length);

describe("renderUserData", () => {
  it("is within EC2's limit for any workload, and says how many bytes it has", () => {
    fc.assert(
      fc.property(anyArgs, (args) => {
        const { userData, rawBytes } = renderUserData(args);
        assert.equal(Buffer.from(userData, "base64").length, rawBytes);
        assert.ok(rawBytes <= maximumUserDataBytes);
      }),
    );
  });

  it("is the same for the same workload", () => {
    fc.assert(
      fc.property(anyArgs, (args) =>
        assert.deepEqual(renderUserData(structuredClone(args)), renderUserData(args)),
      ),
    );
  });

  it("has a cloud-config and a loader as its parts for any workload, clean by YAML, bash -n and shellcheck", function () {
    if (!hasShellcheck()) this.skip();
    this.timeout(60_000);
    const samples = fc.sample(anyArgs, { seed: 4, numRuns: 25 });
    const rendered = samples.map(renderUserData);
    const messages = parseMime(rendered.map(decode));
    const loaders = messages.map((parts, index) => {
      assert.deepEqual(
        parts.map(({ contentType }) => contentType),
        ["text/cloud-config", "text/cloud-boothook"],
      );
      const [cloudConfig, loader] = parts;
      assert.ok(cloudConfig && loader);
      assert.match(cloudConfig.content, /^#cloud-config\n/);
      const amazonLinux = samples[index]?.facts.operatingSystem === "amazon-linux-2023";
      assert.deepEqual(parse(cloudConfig.content), {
        ssh_genkeytypes: ["ed25519"],
        ...(amazonLinux ? { repo_upgrade: "none" } : {}),
      });
      return loader.content;
    });
    const objects = rendered.flatMap((each) => each.objects.map(({ content }) => content));
    checkScripts([...loaders, ...objects.map((content) => `#!/bin/bash\n${content}`)]);
  });

  it("names every object by its SHA-256, and names each in the manifest", () => {
    fc.assert(
      fc.property(anyArgs, (args) => {
        const rendered = renderUserData(args);
        const text = decode(rendered);
        for (const { key, content } of rendered.objects) {
          assert.equal(key, createHash("sha256").update(content).digest("hex"));
          assert.ok(text.includes(` ${key}\n`));
        }
        assert.ok(rendered.objects.some(({ content }) => content === baseScript));
      }),
      { numRuns: 30 },
    );
  });

  it("holds every step below the line once, inline or in an object, and none above it", () => {
    for (const tier of tiers) {
      const args = sessionsUserData(tier);
      const rendered = renderUserData(args);
      const everything = [loaderOf(rendered), ...rendered.objects.map(({ content }) => content)].join("");
      const found = [...everything.matchAll(/^step 1-(\d{4})-/gm)].map(([, number]) => Number(number));
      assert.deepEqual(
        found.toSorted((a, b) => a - b),
        args.boot.map((_, index) => index + 1),
        tier,
      );
    }
  });

  it("never gains a boot step when the tier goes up", () => {
    fc.assert(
      fc.property(legalSteps, (steps) => {
        const counts = tiers.map((tier) => {
          const rendered = renderUserData({
            facts: sessionsFacts(tier),
            boot: divide(steps, tier).boot,
            roles,
            environments,
          });
          const texts = [decode(rendered), ...rendered.objects.map(({ content }) => content)];
          return texts.join("").match(/^step 1-/gm)?.length ?? 0;
        });
        assert.deepEqual(
          counts.toSorted((a, b) => b - a),
          counts,
        );
      }),
      { numRuns: 30 },
    );
  });

  it("changes when an overlay changes, so that the change is a new template version", () => {
    const args = sessionsUserData("full");
    const before = renderUserData(args);
    for (const changed of [
      { ...args, roles: { ...roles, sessions: [] } },
      { ...args, environments: { ...environments, dev: [] } },
      { ...args, environments: { ...environments, prod: [] } },
    ])
      assert.notEqual(renderUserData(changed).userData, before.userData);
  });

  it("holds a secret's name and has no place for its value", () => {
    const text = loaderOf(renderUserData(sessionsUserData("full")));
    assert.match(
      text,
      /^write_secret \/etc\/sessions\/session-key sessions 0400 parameterStore \/sessions\/session-key$/m,
    );
  });

  it("takes at most 4 KB in a launch template for each tier of the reference workload", () => {
    for (const tier of tiers) {
      const { userData } = renderUserData(sessionsUserData(tier));
      assert.ok(userData.length <= 4_096, `${tier}: ${userData.length}`);
    }
  });

  it("keeps a step inline, compressed, as long as the whole fits", () => {
    const rendered = renderUserData(withFile(noise(20_000)));
    assert.equal(rendered.encoding, "gzip");
    assert.equal(rendered.objects.length, 3);
    assert.ok(decode(rendered).includes(noise(20_000)));
  });

  it("moves the largest step, and only that, to an object when the whole does not fit", () => {
    const args = withFile(noise(40_000));
    const rendered = renderUserData(args);
    assert.equal(rendered.objects.length, 4);
    const spilled = rendered.objects.find(({ content }) => content.includes(noise(40_000)));
    assert.ok(spilled);
    const text = decode(rendered);
    assert.match(
      text,
      new RegExp(`^steps/1-${`${args.boot.length}`.padStart(4, "0")}-file-etc-large ${spilled.key}$`, "m"),
    );
    assert.match(text, /^write_secret /m);
  });

  it("fails with the largest parts and their sizes when even that does not fit", () => {
    const boot = Array.from(
      { length: 900 },
      (_, index): Step => ({
        kind: "file",
        layer: "configuration",
        path: `/etc/${index}`,
        content: { kind: "literal", text: noise(60, `${index}`) },
      }),
    );
    assert.throws(
      () => renderUserData({ ...sessionsUserData("full"), boot }),
      /^Error: user data of workload sessions: expected at most 16384 bytes, got \d{5} compressed, with all in S3 that can be; the largest parts left: the manifest's 903 lines \(\d+ bytes\); merge steps/,
    );
  });

  it("refuses an overlay whose tag value the manifest could not hold", () => {
    assert.throws(() => renderUserData({ ...sessionsUserData("full"), roles: { "a b": [] } }), {
      message:
        'overlay of role: expected letters, digits, ".", "_" and "-", got "a b"; rename the tag\'s value',
    });
  });
});

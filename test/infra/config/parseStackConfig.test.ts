import assert from "node:assert/strict";
import fc from "fast-check";
import { isMap, type SettingPath, valueAt } from "../../../infra/config/finding";
import { type ParseArgs, parseStackConfig } from "../../../infra/config/parseStackConfig";
import { withPlaceholders } from "../../../infra/config/placeholders";
import { StackConfigError } from "../../../infra/config/stackConfigError";
import { loadStackFile } from "../../../infra/config/stackFile";
import { anyConfig, engineValuesOf, valuesOf } from "./anyConfig";
import { stackFile } from "./editedStackFile";

const args: ParseArgs = { workloadNames: ["web"], source: "Pulumi.dev.yaml" };
const dev = loadStackFile(stackFile("dev"), { workloadNames: ["web"] });

function refusalOf(
  values: Readonly<Record<string, unknown>>,
  overrides: Partial<ParseArgs> = {},
): StackConfigError {
  try {
    parseStackConfig(values, { ...args, ...overrides });
  } catch (error) {
    if (error instanceof StackConfigError) return error;
    throw error;
  }
  return assert.fail("the values were accepted");
}

/** The paths of all values, maps and lists included. */
function findPaths(value: unknown, at: SettingPath = []): SettingPath[] {
  const below = Array.isArray(value) ? [...value.entries()] : isMap(value) ? Object.entries(value) : [];
  return below.flatMap(([key, inner]) => [[...at, key], ...findPaths(inner, [...at, key])]);
}

function replaceAt(map: Readonly<Record<string, unknown>>, path: SettingPath, value: unknown) {
  const copy = structuredClone(map);
  const holder = valueAt(copy, path.slice(0, -1));
  const last = path.at(-1) ?? assert.fail();
  if (Array.isArray(holder)) holder[Number(last)] = value;
  else if (isMap(holder)) holder[last] = value;
  return copy;
}

describe("parseStackConfig", () => {
  it("gives back any valid config as it is", () =>
    fc.assert(
      fc.property(anyConfig(["web", "api"]), (config) => {
        assert.deepEqual(
          parseStackConfig(valuesOf(config), { ...args, workloadNames: ["api", "web"] }),
          config,
        );
      }),
    ));

  it("reads the same from the JSON text that the engine hands to a program", () =>
    fc.assert(
      fc.property(anyConfig(["web"]), (config) => {
        assert.deepEqual(parseStackConfig(engineValuesOf(config), args), config);
      }),
    ));

  it("leaves the config of other packages alone", () => {
    const values = { ...valuesOf(dev), "pulumi:disable-default-providers": ["aws"], "datadog:apiKey": "k" };
    assert.deepEqual(parseStackConfig(values, args), dev);
  });

  it("fills in what a stack file may leave out", () => {
    const { tier, minSize, maxSize, instanceType, imageParameter, rootVolumeSizeGiB } =
      dev.workloads.web ?? assert.fail();
    const { cidrBlock, availabilityZones, natGateways, flowLogRetentionDays } = dev.network;
    const { certificateArn, accessLogRetentionDays } = dev.loadBalancer;
    const required = { tier, minSize, maxSize, instanceType, imageParameter, rootVolumeSizeGiB };
    const least = {
      "aws:region": dev.region,
      "bakeline:environment": "dev",
      "bakeline:bootstrapBucket": dev.bootstrapBucket,
      "bakeline:network": { cidrBlock, availabilityZones, natGateways, flowLogRetentionDays },
      "bakeline:loadBalancer": { certificateArn, accessLogRetentionDays },
      "bakeline:workloads": { web: { ...required, targetRequestsPerTarget: 1000, logRetentionDays: 14 } },
    };
    assert.deepEqual(parseStackConfig(least, args), {
      ...dev,
      network: { ...dev.network, reservedCidrBlocks: [] },
      loadBalancer: { ...dev.loadBalancer, deletionProtection: true },
      notifications: {},
      workloads: {
        web: { ...dev.workloads.web, targetCpuUtilization: 60, healthCheckGracePeriodSeconds: 300 },
      },
      policies: {
        encryption: "mandatory",
        fleet: "mandatory",
        imds: "mandatory",
        "user-data": "mandatory",
        rules: {},
        undecided: "advisory",
      },
      exemptions: [],
    });
  });

  it("asks for every setting that has no default when there is none at all", () => {
    assert.deepEqual(
      refusalOf({}).problems.map(({ path, got }) => [path, got]),
      [
        ["aws:region", "nothing"],
        ["bakeline:environment", "nothing"],
        ["bakeline:bootstrapBucket", "nothing"],
        ["bakeline:network", "nothing"],
        ["bakeline:loadBalancer", "nothing"],
        ["bakeline:workloads", "nothing"],
      ],
    );
  });

  it("refuses any unknown key of any map, and never quotes its value", () => {
    const maps = ["network", "loadBalancer", "notifications", "policies", "workloads"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...maps), fc.string(), fc.uuid(), (map, key, secret) => {
        fc.pre(!Object.hasOwn(dev[map], key) && !["reservedCidrBlocks"].includes(key));
        const { problems, message } = refusalOf({
          ...valuesOf(dev),
          [`bakeline:${map}`]: { ...dev[map], [key]: secret },
        });
        const name = /^[A-Za-z_][\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
        assert.deepEqual(
          problems.map(({ path, got }) => [path, got]),
          [[`bakeline:${map}${name}`, "an unknown key (a string of 36 characters)"]],
        );
        assert.equal(message.includes(secret), false);
      }),
    );
  });

  it("refuses any unknown key of this program's namespace, and never quotes its value", () =>
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (name, secret) => {
        const key = `bakeline:${name}`;
        fc.pre(!Object.hasOwn(valuesOf(dev), key));
        const { problems, message } = refusalOf({ ...valuesOf(dev), [key]: secret });
        assert.deepEqual(
          problems.map(({ path, got }) => [path, got]),
          [[key, "an unknown key (a string of 36 characters)"]],
        );
        assert.equal(message.includes(secret), false);
      }),
    ));

  it("tells whatever stands in place of a setting as problems, and never fails itself", () => {
    const values = valuesOf(dev);
    const anyPath = fc.constantFrom(...findPaths(values));
    fc.assert(
      fc.property(anyPath, fc.jsonValue(), (path, value) => {
        const edited = replaceAt(values, path, value);
        try {
          parseStackConfig(edited, args);
        } catch (error) {
          assert.ok(error instanceof StackConfigError, String(error));
          assert.notEqual(error.problems.length, 0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("describes the values of a key that holds a secret by kind only", () => {
    const values = { ...engineValuesOf(dev), "bakeline:notifications": JSON.stringify({ email: "hunter2" }) };
    assert.equal(
      refusalOf(values, { secretKeys: ["bakeline:notifications"] }).message,
      "Pulumi.dev.yaml: bakeline:notifications.email: expected an e-mail address, got a string of 7 characters; write name@domain, or leave it out",
    );
  });

  it("describes a text in place of a map by kind only", () => {
    assert.equal(
      refusalOf({ ...valuesOf(dev), "bakeline:workloads": { web: "hunter2" } }).message,
      "Pulumi.dev.yaml: bakeline:workloads.web: expected a map of settings, got a string of 7 characters; indent its settings below it, one a line",
    );
  });

  it("does not quote a text longer than any setting", () => {
    const network = { ...dev.network, natGateways: "-----BEGIN PRIVATE KEY-----".repeat(20) };
    assert.equal(
      refusalOf({ ...valuesOf(dev), "bakeline:network": network }).problems[0]?.got,
      "a string of 540 characters",
    );
  });

  it("accepts encrypted values where nothing is decided by them, as placeholders of the region", () => {
    const secret = { secure: "v1:aGVsbG8=" };
    const china = { ...dev.network, availabilityZones: ["cn-north-1a", "cn-north-1b"] };
    const config = parseStackConfig(
      {
        ...valuesOf({ ...dev, region: "cn-north-1", network: china }),
        "bakeline:loadBalancer": { ...dev.loadBalancer, certificateArn: secret },
        "bakeline:notifications": { email: secret },
        "bakeline:workloads": {
          web: { ...dev.workloads.web, imageParameter: secret, rootDeviceName: "/dev/xvda" },
        },
      },
      args,
    );
    assert.deepEqual(
      [config.loadBalancer.certificateArn, config.notifications.email, config.workloads.web?.imageParameter],
      [
        "arn:aws-cn:acm:cn-north-1:000000000000:certificate/00000000-0000-0000-0000-000000000000",
        "encrypted@example.com",
        "/encrypted",
      ],
    );
  });
});

describe("withPlaceholders", () => {
  it("makes a copy of a stack's encrypted config that the program accepts", () => {
    const values = { ...valuesOf(dev), "bakeline:notifications": { email: { secure: "v1:aGVsbG8=" } } };
    assert.deepEqual(parseStackConfig(withPlaceholders(values), args), {
      ...dev,
      notifications: { email: "encrypted@example.com" },
    });
  });

  it("leaves what it cannot stand in for", () => {
    const values = { "datadog:apiKey": { secure: "v1:a" }, "aws:region": { secure: "v1:b" } };
    assert.deepEqual(withPlaceholders(values), values);
  });
});

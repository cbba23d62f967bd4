import fc from "fast-check";
import { tiers } from "../../../infra/bakeline/tier";
import { awsRegions, partitionOf } from "../../../infra/config/awsRegions";
import { configKey } from "../../../infra/config/configKeys";
import { logRetentionChoices } from "../../../infra/config/logRetention";
import type { StackConfig } from "../../../infra/config/schema";
import type { WorkloadConfig } from "../../../infra/config/sections/workload";
import { anyStores } from "./anyStores";

// Records of fast-check have no prototype by default, which strict equality tells from parsed ones.
const plain = { noNullPrototype: true } as const;
const retention = fc.constantFrom(...logRetentionChoices);
const privateBlock = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 0, max: 255 }).map((octet) => `10.${octet}`),
      fc.integer({ min: 16, max: 31 }).map((octet) => `172.${octet}`),
      fc.constant("192.168"),
    ),
    fc.integer({ min: 16, max: 20 }),
  )
  .map(([start, prefix]) => `${start}.0.0/${prefix}`);

const rollout: fc.Arbitrary<WorkloadConfig["rollout"]> = fc.record(
  {
    minHealthyPercentage: fc.integer({ min: 20, max: 100 }),
    maxHealthyPercentage: fc.integer({ min: 101, max: 120 }),
    checkpointPercentages: fc.constantFrom([1, 50, 99], [20]),
    checkpointDelaySeconds: fc.integer({ min: 0, max: 172_800 }),
    bakeSeconds: fc.integer({ min: 0, max: 172_800 }),
    warmupSeconds: fc.integer({ min: 0, max: 3600 }),
  },
  plain,
);

const workload: fc.Arbitrary<WorkloadConfig> = fc
  .record({
    tier: fc.constantFrom(...tiers),
    releases: fc.constantFrom<WorkloadConfig["releases"][]>(
      {},
      { web: { bucket: "acme-releases", key: "web/1.tar.gz", version: "1", sha256: "ab".repeat(32) } },
    ),
    machine: fc.oneof(
      fc
        .constantFrom("t3.micro", "m6i.32xlarge", "u7i-12tb.224xlarge", "m7i.metal-24xl", "mac2-m2.metal")
        .map((instanceType) => ({
          instanceType,
          imageParameter: "/golden/web",
          rootDeviceName: "/dev/sda1",
        })),
      fc.constantFrom("t4g.nano", "m7g.metal").map((instanceType) => ({
        instanceType,
        imageParameter: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64",
      })),
    ),
    rootVolumeSizeGiB: fc.integer({ min: 8, max: 16384 }),
    sizes: fc.tuple(fc.integer({ min: 2, max: 5000 }), fc.integer({ min: 2, max: 5000 })),
    targetCpuUtilization: fc.integer({ min: 10, max: 90 }),
    targetRequestsPerTarget: fc.integer({ min: 1, max: 1_000_000 }),
    healthCheckGracePeriodSeconds: fc.integer({ min: 0, max: 7200 }),
    rollout,
    logRetentionDays: retention,
  })
  .map(({ sizes, machine, ...settings }) => ({
    ...settings,
    ...machine,
    minSize: Math.min(...sizes),
    maxSize: Math.max(...sizes),
  }));

const productionLevels: StackConfig["policies"] = {
  encryption: "mandatory",
  fleet: "mandatory",
  imds: "mandatory",
  "user-data": "mandatory",
  rules: {},
  undecided: "mandatory",
};

const exemption = {
  rule: "imds/ec2-instance-hop-limit",
  resource: "web",
  reason: "Its containers read the metadata.",
  owner: "team-web",
  expires: "2030-01-31",
};

const anyImages = fc.constantFrom<StackConfig["images"]>(
  { schedules: {}, scan: false, copyRegions: [], shareWithAccounts: [], keys: {} },
  {
    schedules: { foundational: "cron(0 3 ? * sun *)", full: "cron(0 5 * * ? *)" },
    scan: true,
    copyRegions: [],
    shareWithAccounts: [],
    keys: {},
    retire: { deprecateAfterDays: 30, deleteAfterDays: 90, keepAtLeast: 5 },
  },
);

/** Any config that every check accepts, of the given workloads. Every setting is written out. */
export function anyConfig(workloadNames: readonly string[]): fc.Arbitrary<StackConfig> {
  const level = fc.constantFrom("advisory", "mandatory");
  return (
    fc
      .record({
        region: fc.constantFrom(...awsRegions),
        environment: fc.constantFrom("dev", "staging", "prod"),
        bootstrapBucket: fc.constantFrom("acme-bakeline-dev", "abc"),
        zones: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 2, maxLength: 4 }),
        network: fc.record({
          cidrBlock: privateBlock,
          // Public, so that it can never overlap the VPC's own.
          reservedCidrBlocks: fc.constantFrom<string[]>([], ["203.0.113.0/24"]),
          natGateways: fc.constantFrom("single", "one-per-zone"),
          flowLogRetentionDays: retention,
        }),
        account: fc.integer({ min: 0, max: 999_999_999_999 }),
        certificate: fc.uuid(),
        accessLogRetentionDays: fc.integer({ min: 1, max: 3650 }),
        deletionProtection: fc.boolean(),
        images: anyImages,
        notifications: fc.constantFrom({}, { email: "ops@example.com" }),
        workloads: fc.record(Object.fromEntries(workloadNames.map((name) => [name, workload])), plain),
        policies: fc.record(
          {
            encryption: level,
            fleet: level,
            imds: level,
            "user-data": level,
            rules: fc.constantFrom<StackConfig["policies"]["rules"]>(
              {},
              { "ec2-instance-hop-limit": "mandatory" },
            ),
            undecided: fc.constantFrom("advisory", "mandatory"),
          },
          plain,
        ),
        stores: anyStores,
        exemptions: fc.constantFrom<StackConfig["exemptions"]>([], [exemption]),
      })
      // A Multi-AZ cluster needs three zones.
      .filter(
        ({ zones, stores }) =>
          zones.length > 2 || Object.values(stores.databases).every(({ kind }) => kind !== "multiAzCluster"),
      )
      .map(({ region, environment, bootstrapBucket, zones, network, notifications, workloads, ...rest }) => {
        const account = String(rest.account).padStart(12, "0");
        return {
          region,
          environment,
          bootstrapBucket,
          network: { ...network, availabilityZones: zones.map((zone) => region + zone) },
          loadBalancer: {
            certificateArn: `arn:${partitionOf(region)}:acm:${region}:${account}:certificate/${rest.certificate}`,
            accessLogRetentionDays: rest.accessLogRetentionDays,
            deletionProtection: environment === "prod" || rest.deletionProtection,
          },
          notifications,
          workloads,
          policies: environment === "prod" ? productionLevels : rest.policies,
          exemptions: rest.exemptions,
          images: rest.images,
          hosts: {
            elasticIpQuota: 5,
            dualHomed: {},
            single: {},
            licensed: {},
            appliance: {},
            floatingPair: {},
          },
          stores: rest.stores,
        };
      })
  );
}

/** A config as a stack file holds it: by config key. */
export function valuesOf(config: StackConfig): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [configKey(name), value]));
}

/** A config as the engine hands it to a program: every map is JSON text. */
export function engineValuesOf(config: StackConfig): Record<string, string> {
  return Object.fromEntries(
    Object.entries(valuesOf(config)).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}

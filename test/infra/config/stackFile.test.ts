import assert from "node:assert/strict";
import path from "node:path";
import { root } from "../../../build/compile";
import { StackConfigError } from "../../../infra/config/stackConfigError";
import { loadStackFile } from "../../../infra/config/stackFile";
import { loadCheckedStack } from "../../../infra/workloads/checkedStack";
import { editStackFile, loadText, refusalOf, stackFile } from "./editedStackFile";

describe("loadStackFile", () => {
  it("reads this repository's dev with one NAT gateway", () => {
    const { environment, network, policies } = loadCheckedStack(root, "dev");
    assert.deepEqual(
      [environment, network.natGateways, network.cidrBlock, policies],
      [
        "dev",
        "single",
        "10.20.0.0/16",
        {
          encryption: "mandatory",
          fleet: "mandatory",
          imds: "mandatory",
          "user-data": "mandatory",
          rules: {},
          undecided: "advisory",
        },
      ],
    );
  });

  it("reads this repository's prod with a NAT gateway a zone, protected, in a block of its own", () => {
    const { environment, network, loadBalancer } = loadCheckedStack(root, "prod");
    assert.deepEqual(
      [environment, network.natGateways, network.cidrBlock, loadBalancer.deletionProtection],
      ["prod", "one-per-zone", "10.30.0.0/16", true],
    );
  });

  it("tells five mistakes in five lines, in the order of the file", () => {
    const text = editStackFile("prod", [
      ["cidrBlock: 10.30.0.0/16", "cidrBlock: 10.20.128.0/17"],
      ["natGateways: one-per-zone", "natGateway: one-per-zone"],
      ["deletionProtection: true", "deletionProtection: false"],
      ["minSize: 3", "minSize: 30"],
      ["imds: mandatory", "imds: off"],
    ]);
    assert.deepEqual(refusalOf("prod", text), [
      'Pulumi.prod.yaml:7:5: bakeline:network.cidrBlock: expected a block that does not overlap reservedCidrBlocks (10.20.0.0/16), got "10.20.128.0/17" (string); choose a free block; a VPC keeps its block for life',
      "Pulumi.prod.yaml:10:5: bakeline:network.natGateway: expected one of cidrBlock, reservedCidrBlocks, availabilityZones, natGateways, flowLogRetentionDays, got an unknown key (a string of 12 characters); rename it to natGateways",
      "Pulumi.prod.yaml:15:5: bakeline:loadBalancer.deletionProtection: expected true in prod, got false (boolean); write true; to delete a prod stack, lift it in a change of its own first",
      "Pulumi.prod.yaml:24:7: bakeline:workloads.web.minSize: expected at most maxSize (10), got 30 (number); raise maxSize or lower minSize",
      'Pulumi.prod.yaml:30:5: bakeline:policies.imds: expected one of advisory, mandatory, remediate, got "off" (string); choose advisory to warn, mandatory to refuse, remediate to refuse what no rule can repair; not advisory in prod',
    ]);
  });

  it("finds two mistakes in one setting each under its own key of the same line", () => {
    const text = editStackFile("dev", [
      ["[eu-west-1a, eu-west-1b, eu-west-1c]", "[eu-west-2a, 7, eu-west-1c]"],
    ]);
    assert.deepEqual(refusalOf("dev", text), [
      "Pulumi.dev.yaml:8:37: bakeline:network.availabilityZones[1]: expected the name of an Availability Zone such as eu-west-1a, got 7 (number); write the region's name followed by the zone's letter",
    ]);
  });

  it("follows an alias to the setting that it repeats", () => {
    const text = editStackFile("dev", [
      ["flowLogRetentionDays: 14", "flowLogRetentionDays: &days 30"],
      ["accessLogRetentionDays: 30", "accessLogRetentionDays: *days"],
    ]);
    assert.equal(loadText("dev", text).loadBalancer.accessLogRetentionDays, 30);
  });

  const notAStackFile: [behaviour: string, text: string, line: string][] = [
    [
      "refuses an empty file",
      "",
      "Pulumi.dev.yaml:1:1: config: expected a map of settings, got nothing; indent the stack's settings below it, as in Pulumi.dev.yaml",
    ],
    [
      "refuses a list",
      "- config\n",
      "Pulumi.dev.yaml:1:1: config: expected a map of settings, got nothing; indent the stack's settings below it, as in Pulumi.dev.yaml",
    ],
    [
      "refuses an empty config section",
      "secretsprovider: passphrase\nconfig:\n",
      "Pulumi.dev.yaml:2:1: config: expected a map of settings, got null; indent the stack's settings below it, as in Pulumi.dev.yaml",
    ],
    [
      "refuses a second document",
      "config: {}\n---\nconfig: {}\n",
      "Pulumi.dev.yaml:2:1: the file: expected YAML, got a mistake in it (multiple docs); correct it here",
    ],
    [
      "refuses an alias of what holds it",
      "config: &all\n  bakeline:network: *all\n",
      "Pulumi.dev.yaml: the file: expected values of a bounded size, got aliases that hold themselves or multiply; write out what the aliases stand for",
    ],
  ];
  for (const [behaviour, text, line] of notAStackFile)
    it(behaviour, () => assert.deepEqual(refusalOf("dev", text), [line]));

  it("names the stacks there are when asked for another", () => {
    const missing = path.join(path.dirname(stackFile("dev")), "Pulumi.qa.yaml");
    assert.throws(
      () => loadStackFile(missing, { workloadNames: ["web"] }),
      (error) =>
        error instanceof StackConfigError &&
        error.message ===
          "Pulumi.qa.yaml: the file: expected a stack file, got nothing; create it, or choose a stack that has one (dev, prod)",
    );
  });
});

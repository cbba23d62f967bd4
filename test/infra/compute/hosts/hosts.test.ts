import assert from "node:assert/strict";
import { recordEstate, stackConfigWithHosts } from "../../recordEstate";
import { type RecordedEstate, valueAt } from "../../recordedEstate";

describe("prod's hosts", function () {
  this.timeout(20_000);
  let prod: RecordedEstate;
  before(async () => {
    prod = await recordEstate({ stack: "prod", config: stackConfigWithHosts("prod") });
  });

  const hostTemplates = ["app-1", "app-2", "app-3", "broker", "gateway-1", "gateway-2", "license-server"];

  it("give no two resources of a type the same name", () => {
    const names = prod.shape.filter((resource) => resource.startsWith("aws"));
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it("are launched in one zone, into subnets that their template names", () => {
    for (const name of hostTemplates) {
      const group = prod.named("Group", name);
      assert.equal(group.vpcZoneIdentifiers, undefined, name);
      assert.equal(Array.isArray(group.availabilityZones) && group.availabilityZones.length, 1, name);
    }
  });

  it("count once they are ready, the first ones too, and leave their rollout to this program's hook", () => {
    for (const name of hostTemplates) {
      const { instanceRefresh, initialLifecycleHooks, defaultInstanceWarmup } = prod.named("Group", name);
      const launch = {
        name: "ready",
        lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
        heartbeatTimeout: 1800,
        defaultResult: "ABANDON",
      };
      assert.deepEqual(
        { instanceRefresh, initialLifecycleHooks, defaultInstanceWarmup },
        { instanceRefresh: undefined, initialLifecycleHooks: [launch], defaultInstanceWarmup: 60 },
        name,
      );
      assert.equal(prod.named("LifecycleHook", `${name}-ready`).name, "ready");
    }
  });

  it("have two interfaces where they are dual-homed, each with a group of its own and neither public", () => {
    const interfaces = prod.named("LaunchTemplate", "app-2").networkInterfaces;
    assert.ok(Array.isArray(interfaces));
    assert.equal(interfaces.length, 2);
    assert.deepEqual(
      interfaces.map((one) => valueAt(one, "deviceIndex")),
      [0, 1],
    );
    assert.deepEqual(
      interfaces.map((one) => valueAt(one, "associatePublicIpAddress")),
      [undefined, undefined],
    );
    assert.equal(new Set(interfaces.map((one) => JSON.stringify(valueAt(one, "securityGroups")))).size, 2);
    assert.equal(new Set(interfaces.map((one) => valueAt(one, "subnetId"))).size, 2);
  });

  it("check source and destination of all but what an appliance forwards", () => {
    const checked = prod.all("NetworkInterface").map(({ name, inputs }) => [name, inputs.sourceDestCheck]);
    assert.deepEqual(checked.sort(), [
      ["broker", true],
      ["gateway-1", false],
      ["gateway-2", false],
      ["license-server", true],
      ["scheduler", true],
      ["scheduler-management", true],
    ]);
  });

  it("have the addresses that the stack chose, and an Elastic IP for the one that the internet reaches", () => {
    assert.deepEqual(prod.named("NetworkInterface", "broker").privateIps, ["10.30.16.10", "10.30.16.11"]);
    assert.deepEqual(prod.named("NetworkInterface", "gateway-2").privateIps, ["10.30.32.30"]);
    assert.equal(prod.named("Eip", "broker-1").associateWithPrivateIp, "10.30.16.10");
  });

  it("let a licensed host attach its own interface to its own instances, and no other anywhere", () => {
    const statements = grantsOf("license-server").filter((one) =>
      String(valueAt(one, "Action")).includes("ec2:Attach"),
    );
    assert.deepEqual(
      statements.map((one) => valueAt(one, "Sid")),
      ["AttachOwnInterfaceItself", "AttachOwnInterfaceToOwnInstances"],
    );
    assert.match(String(valueAt(statements[0], "Resource")), /:network-interface\/eni-[0-9a-f]+$/);
    assert.deepEqual(valueAt(statements[1], "Condition"), {
      StringEquals: {
        "aws:ResourceTag/bakeline:stack": "prod",
        "aws:ResourceTag/workload": "license-server",
      },
    });
  });

  it("lead each private table to the appliance's first member", () => {
    const routes = prod.all("Route").filter(({ name }) => name.startsWith("gateway-"));
    assert.deepEqual(routes.map(({ name }) => name).sort(), ["gateway-1-1", "gateway-2-1", "gateway-3-1"]);
    assert.equal(new Set(routes.map(({ inputs }) => inputs.networkInterfaceId)).size, 1);
    assert.equal(new Set(routes.map(({ inputs }) => inputs.routeTableId)).size, 3);
  });

  it("recover and reboot where there is one only, by alarms that people hear of", () => {
    const actions = ["scheduler-recover", "scheduler-reboot"].map(
      (name) => prod.named("MetricAlarm", name).alarmActions,
    );
    assert.deepEqual(
      actions.map((list) => valueAt(list, 0)),
      ["arn:aws:automate:eu-west-1:ec2:recover", "arn:aws:automate:eu-west-1:ec2:reboot"],
    );
  });

  it("keep the management network to itself and the databases", () => {
    const acl = prod.named("NetworkAcl", "management");
    const blocks = (direction: string) => {
      const rules = acl[direction];
      return Array.isArray(rules)
        ? rules.map(
            (rule) => `${valueAt(rule, "fromPort")}-${valueAt(rule, "toPort")} ${valueAt(rule, "cidrBlock")}`,
          )
        : [];
    };
    assert.deepEqual(blocks("ingress"), [
      "0-0 10.30.28.0/22",
      "0-0 10.30.60.0/22",
      "0-0 10.30.92.0/22",
      "1024-65535 10.30.20.0/22",
      "1024-65535 10.30.52.0/22",
      "1024-65535 10.30.84.0/22",
    ]);
    assert.deepEqual(blocks("egress").slice(3), [
      "1-65535 10.30.20.0/22",
      "1-65535 10.30.52.0/22",
      "1-65535 10.30.84.0/22",
    ]);
  });

  function grantsOf(role: string): unknown[] {
    const policy: unknown = JSON.parse(String(prod.named("RolePolicy", role).policy));
    const statements = valueAt(policy, "Statement");
    return Array.isArray(statements) ? statements : [];
  }
});

import assert from "node:assert/strict";
import { memoryLedger } from "../../../../sandbox/account/memoryLedger";
import { Provider } from "../../../../sandbox/account/provider";
import { tokens } from "../../../../sandbox/account/types/tokens";
import type { Properties } from "../../../../sandbox/account/values";

const rules = (...ports: readonly number[]) =>
  ports.map((port) => ({ fromPort: port, toPort: port, protocol: "tcp", securityGroups: ["sg-1", "sg-2"] }));
const swapped = (...ports: readonly number[]) =>
  ports.map((port) => ({ fromPort: port, toPort: port, protocol: "tcp", securityGroups: ["sg-2", "sg-1"] }));

const sameInAnotherOrder: readonly (readonly [string, Properties, Properties])[] = [
  [tokens.loadBalancer, { subnets: ["a", "b"] }, { subnets: ["b", "a"] }],
  [tokens.loadBalancer, { securityGroups: ["a", "b"] }, { securityGroups: ["b", "a"] }],
  [tokens.autoScalingGroup, { vpcZoneIdentifiers: ["a", "b"] }, { vpcZoneIdentifiers: ["b", "a"] }],
  [tokens.autoScalingGroup, { targetGroupArns: ["a", "b"] }, { targetGroupArns: ["b", "a"] }],
  [tokens.securityGroup, { ingress: rules(80, 443) }, { ingress: swapped(443, 80) }],
  [tokens.securityGroup, { egress: rules(80, 443) }, { egress: swapped(443, 80) }],
  [tokens.launchTemplate, { vpcSecurityGroupIds: ["a", "b"] }, { vpcSecurityGroupIds: ["b", "a"] }],
  [
    tokens.launchTemplate,
    { networkInterfaces: [{ securityGroups: ["a", "b"] }] },
    { networkInterfaces: [{ securityGroups: ["b", "a"] }] },
  ],
  [tokens.instance, { vpcSecurityGroupIds: ["a", "b"] }, { vpcSecurityGroupIds: ["b", "a"] }],
  [tokens.vpcEndpoint, { routeTableIds: ["a", "b"] }, { routeTableIds: ["b", "a"] }],
  [
    tokens.listenerRule,
    { conditions: [{ pathPattern: { values: ["/a", "/b"] } }] },
    { conditions: [{ pathPattern: { values: ["/b", "/a"] } }] },
  ],
  [tokens.metricAlarm, { alarmActions: ["a", "b"] }, { alarmActions: ["b", "a"] }],
];

describe("Lists that are sets to AWS", () => {
  const provider = new Provider(memoryLedger(), { region: "eu-west-1", defaultTags: {} });
  for (const [token, olds, news] of sameInAnotherOrder)
    it(`change nothing in another order: ${Object.keys(olds).join()} of ${token}`, () => {
      assert.deepEqual(provider.diff(token, "web", {}, olds, news).changes, []);
    });

  it("keep their order where it means something: a group's termination policies", () => {
    const paths = (token: string, olds: Properties, news: Properties) =>
      provider.diff(token, "web", {}, olds, news).changes.map(({ path }) => path);
    assert.deepEqual(
      paths(
        tokens.autoScalingGroup,
        { terminationPolicies: ["a", "b"] },
        { terminationPolicies: ["b", "a"] },
      ),
      ["terminationPolicies[0]", "terminationPolicies[1]"],
    );
  });
});

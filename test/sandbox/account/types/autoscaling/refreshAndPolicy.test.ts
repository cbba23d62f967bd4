import assert from "node:assert/strict";
import { group } from "../../../../../sandbox/account/types/autoscaling/group";
import { INSTANCE_REFRESHES } from "../../../../../sandbox/account/types/autoscaling/instanceRefresh";
import { policy } from "../../../../../sandbox/account/types/autoscaling/policy";
import { launchTemplate } from "../../../../../sandbox/account/types/ec2/launchTemplate";
import { blocks } from "../../../../../sandbox/account/types/reading";
import type { Properties } from "../../../../../sandbox/account/values";
import { network, refuses, type Simulation, simulation } from "../simulation";

const imageId = "ami-0123456789abcdef0";

describe("instance refreshes and scaling policies of the simulated account", () => {
  let aws: Simulation;
  let subnetIds: readonly [string, string];
  beforeEach(() => {
    aws = simulation();
    ({ subnetIds } = network(aws));
  });
  const template = (changes: Properties = {}) =>
    aws.create(launchTemplate, { name: "web", imageId, instanceType: "t3.micro", ...changes });
  const inputs = (changes: Properties = {}): Properties => ({
    name: "web",
    minSize: 2,
    maxSize: 10,
    vpcZoneIdentifiers: subnetIds,
    ...changes,
  });

  describe("a group with an instance refresh declared", () => {
    const instanceRefresh = { strategy: "Rolling" };

    it("notes one for each new version of the template, and none for another change", () => {
      const made = template();
      const at = (version: string, changes: Properties = {}) =>
        inputs({ instanceRefresh, launchTemplate: { id: made.id, version }, ...changes });
      const entry = aws.create(group, at("1"));
      assert.equal(entry.properties[INSTANCE_REFRESHES], undefined);
      aws.update(launchTemplate, made, { name: "web", imageId, instanceType: "t3.small" });
      const refreshed = aws.update(group, entry, at("2"));
      const [refresh, ...others] = blocks(refreshed.properties, INSTANCE_REFRESHES);
      assert.deepEqual(others, []);
      assert.equal(refresh?.launchTemplateVersion, "2");
      assert.equal(refresh?.strategy, "Rolling");
      const resized = aws.update(group, refreshed, at("2", { maxSize: 12 }));
      assert.equal(blocks(resized.properties, INSTANCE_REFRESHES).length, 1);
    });

    it("starts one for a change of a property among its triggers", () => {
      const launchTemplate = { id: template().id, version: "1" };
      const declared = { launchTemplate, instanceRefresh: { strategy: "Rolling", triggers: ["tags"] } };
      const entry = aws.create(group, inputs(declared));
      const tags = [{ key: "role", value: "web", propagateAtLaunch: true }];
      const tagged = aws.update(group, entry, inputs({ ...declared, tags }));
      assert.equal(blocks(tagged.properties, INSTANCE_REFRESHES).length, 1);
    });
  });

  describe("a scaling policy", () => {
    it("refuses a group that does not exist, with ValidationError", () => {
      refuses(
        () => aws.create(policy, { name: "cpu", autoscalingGroupName: "none" }),
        "ValidationError",
        "Auto Scaling: PutScalingPolicy",
        "Group none not found",
      );
    });

    it("refuses to track requests of a load balancer that does not exist, with ValidationError", () => {
      const fleet = aws.create(group, inputs({ launchTemplate: { id: template().id } }));
      const label = "app/web/0123456789abcdef/targetgroup/web/0123456789abcdef";
      const predefinedMetricSpecification = {
        predefinedMetricType: "ALBRequestCountPerTarget",
        resourceLabel: label,
      };
      refuses(
        () =>
          aws.create(policy, {
            name: "requests",
            autoscalingGroupName: fleet.id,
            policyType: "TargetTrackingScaling",
            targetTrackingConfiguration: { targetValue: 1000, predefinedMetricSpecification },
          }),
        "ValidationError",
        "Auto Scaling: PutScalingPolicy",
        `The resource label '${label}' is not a load balancer's and a target group's ARN suffix joined by '/'`,
      );
    });
  });
});

import assert from "node:assert/strict";
import * as z from "zod";
import { configWithWorkload, recordEstate, recordStack } from "../recordEstate";
import { type RecordedEstate, valueAt } from "../recordedEstate";
import { anyWorkload } from "../workloads/anyWorkload";

describe("Fleet", () => {
  let dev: RecordedEstate;
  before(async () => {
    dev = await recordStack("dev");
  });

  it("checks an instance's health every 30 s: twice good is in, three times bad is out", () => {
    assert.deepEqual(dev.named("TargetGroup", "web").healthCheck, {
      path: "/health",
      protocol: "HTTP",
      matcher: "200",
      interval: 30,
      timeout: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 3,
    });
  });

  it("takes the workload's paths from the HTTPS listener, at the workload's priority", () => {
    const { priority, conditions, actions } = dev.named("ListenerRule", "web");
    assert.deepEqual([priority, conditions], [1000, [{ pathPattern: { values: ["/*"] } }]]);
    assert.equal(valueAt(actions, 0, "type"), "forward");
  });

  it("spreads over the private subnets of all zones", () => {
    const { vpcZoneIdentifiers } = dev.named("Group", "web");
    assert.ok(Array.isArray(vpcZoneIdentifiers));
    assert.equal(new Set(vpcZoneIdentifiers).size, 3);
  });

  it("pins the number of its template's version", () => {
    assert.match(String(valueAt(dev.named("Group", "web").launchTemplate, "version")), /^[1-9]\d*$/);
  });

  it("leaves the desired capacity to the scaling policies, between 2 and 10", () => {
    const { minSize, maxSize, desiredCapacity } = dev.named("Group", "web");
    assert.deepEqual([minSize, maxSize, desiredCapacity], [2, 10, undefined]);
  });

  it("replaces what the load balancer finds unhealthy, after the grace period", () => {
    const { healthCheckType, healthCheckGracePeriod } = dev.named("Group", "web");
    assert.deepEqual([healthCheckType, healthCheckGracePeriod], ["ELB", 300]);
  });

  it("leaves no refresh to the provider, which would begin one after the group has changed", () => {
    assert.equal(dev.named("Group", "web").instanceRefresh, undefined);
  });

  it("counts an instance for scaling from the end of its warm-up", () => {
    assert.equal(dev.named("Group", "web").defaultInstanceWarmup, 60);
  });

  it("propagates every tag to its instances", () => {
    const propagated = (key: string, value: string) => ({ key, value, propagateAtLaunch: true });
    const { tags, targetGroupArns } = dev.named("Group", "web");
    const targetGroup = valueAt(targetGroupArns, 0);
    assert.match(String(targetGroup), /^arn:aws:elasticloadbalancing:/);
    assert.deepEqual(tags, [
      propagated("bakeline:project", "bakeline"),
      propagated("bakeline:stack", "dev"),
      propagated("bakeline:environment", "dev"),
      propagated("Name", "web"),
      propagated("environment", "dev"),
      propagated("role", "web"),
      propagated("stack", "dev"),
      propagated("workload", "web"),
      propagated("bakeline:target-group", String(targetGroup)),
    ]);
  });

  it("follows CPU", () => {
    assert.deepEqual(dev.named("Policy", "web-cpu").targetTrackingConfiguration, {
      predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
      targetValue: 60,
    });
  });

  it("follows the requests that the load balancer counts for its own target group", () => {
    const tracking = dev.named("Policy", "web-requests").targetTrackingConfiguration;
    assert.equal(valueAt(tracking, "targetValue"), 1000);
    const specification = valueAt(tracking, "predefinedMetricSpecification");
    assert.equal(valueAt(specification, "predefinedMetricType"), "ALBRequestCountPerTarget");
    assert.match(
      String(valueAt(specification, "resourceLabel")),
      /^app\/load-balancer-[0-9a-f]{7}\/[0-9a-f]{16}\/targetgroup\/web-[0-9a-f]{7}\/[0-9a-f]{16}$/,
    );
  });

  it("holds each instance back until it says that it is ready, the first ones too, and gives up one that does not", () => {
    const hook = {
      lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
      heartbeatTimeout: 1800,
      defaultResult: "ABANDON",
    };
    assert.deepEqual(dev.named("Group", "worker").initialLifecycleHooks, [{ name: "ready", ...hook }]);
    const { autoscalingGroupName, ...beside } = dev.named("LifecycleHook", "worker-ready");
    assert.match(String(autoscalingGroupName), /^worker-/);
    assert.deepEqual(beside, { name: "ready", ...hook });
  });

  it("has AWS's policies for its agents, less what they grant beyond the instances' own", () => {
    assert.deepEqual(
      ["web-cloudwatch-agent", "web-ssm"].map((name) => dev.named("RolePolicyAttachment", name).policyArn),
      [
        "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
      ],
    );
    const denied = z
      .object({
        Statement: z.array(
          z.looseObject({ Sid: z.string(), Effect: z.string(), NotResource: z.array(z.string()).optional() }),
        ),
      })
      .parse(JSON.parse(String(dev.named("RolePolicy", "web").policy)))
      .Statement.filter(({ Effect }) => Effect === "Deny");
    assert.deepEqual(
      denied.map(({ Sid, NotResource }) => [Sid, NotResource]),
      [
        [
          "NoOtherParameters",
          [
            "arn:aws:ssm:eu-west-1:111122223333:parameter/web/session-key",
            "arn:aws:ssm:eu-west-1:111122223333:parameter/bakeline/dev/web",
          ],
        ],
        [
          "NoOtherLogs",
          [
            "arn:aws:logs:eu-west-1:111122223333:log-group:/bakeline/dev/web",
            "arn:aws:logs:eu-west-1:111122223333:log-group:/bakeline/dev/web:log-stream:*",
          ],
        ],
        ["NoLogGroups", undefined],
        ["NoOtherMetrics", undefined],
      ],
    );
  });

  describe("of a workload that no load balancer sends requests to", () => {
    const ofWorker = () => dev.shape.filter((resource) => / worker|-to-worker$/.test(resource));

    it("has neither a target group nor a way in", () => {
      assert.deepEqual(
        ofWorker().filter((resource) => /aws:lb|Ingress|load-balancer-to-worker/.test(resource)),
        [],
      );
    });

    it("is healthy when EC2 says so, and follows CPU alone", () => {
      const { healthCheckType, targetGroupArns } = dev.named("Group", "worker");
      assert.deepEqual([healthCheckType, targetGroupArns], ["EC2", undefined]);
      assert.deepEqual(
        ofWorker().filter((resource) => resource.startsWith("aws:autoscaling/policy:")),
        ["aws:autoscaling/policy:Policy worker-cpu"],
      );
    });

    it("names no target group to its instances", () => {
      const { tags } = dev.named("Group", "worker");
      assert.ok(Array.isArray(tags));
      assert.ok(!tags.some((tag) => valueAt(tag, "key") === "bakeline:target-group"));
    });
  });

  describe("its security group", () => {
    const rules = () => [...dev.all("SecurityGroupIngressRule"), ...dev.all("SecurityGroupEgressRule")];

    it("has rules that each say what they are for", () => {
      assert.deepEqual(
        rules()
          .filter(({ inputs }) => typeof inputs.description !== "string" || inputs.description === "")
          .map(({ name }) => name),
        [],
      );
    });

    it("is not reachable from the internet, which sees the load balancer's two ports only", () => {
      const open = dev.all("SecurityGroupIngressRule").filter(({ inputs }) => inputs.cidrIpv4 !== undefined);
      assert.deepEqual(open.map(({ name, inputs }) => [name, inputs.fromPort, inputs.toPort]).sort(), [
        ["load-balancer-from-internet-http", 80, 80],
        ["load-balancer-from-internet-https", 443, 443],
      ]);
    });

    it("is all that the load balancer can send to, on the workload's port", () => {
      const group = dev.named("SecurityGroupIngressRule", "web-from-load-balancer").securityGroupId;
      const source = dev.named(
        "SecurityGroupIngressRule",
        "web-from-load-balancer",
      ).referencedSecurityGroupId;
      const sent = dev
        .all("SecurityGroupEgressRule")
        .filter(({ inputs }) => inputs.securityGroupId === source);
      assert.deepEqual(
        sent.map(({ inputs }) => [
          inputs.referencedSecurityGroupId,
          inputs.cidrIpv4,
          inputs.fromPort,
          inputs.toPort,
        ]),
        [[group, undefined, 8080, 8080]],
      );
    });
  });

  describe("its launch template", () => {
    it("answers metadata requests with a token only, on the instance only", () => {
      assert.deepEqual(dev.named("LaunchTemplate", "web").metadataOptions, {
        httpEndpoint: "enabled",
        httpTokens: "required",
        httpPutResponseHopLimit: 1,
        instanceMetadataTags: "enabled",
      });
    });

    it("takes the hop limit from the workload", async () => {
      const workload = anyWorkload({ imdsHopLimit: 2 });
      const estate = await recordEstate({
        stack: "dev",
        config: configWithWorkload(workload.name),
        workloads: [workload],
      });
      assert.equal(valueAt(estate.only("LaunchTemplate").metadataOptions, "httpPutResponseHopLimit"), 2);
    });

    it("encrypts the root volume, a gp3 that goes with its instance", () => {
      assert.deepEqual(dev.named("LaunchTemplate", "web").blockDeviceMappings, [
        {
          deviceName: "/dev/xvda",
          ebs: { volumeType: "gp3", volumeSize: 20, encrypted: "true", deleteOnTermination: "true" },
        },
      ]);
    });

    it("has its security group inside the interface, no public address and no key pair", () => {
      const { networkInterfaces, vpcSecurityGroupIds, keyName } = dev.named("LaunchTemplate", "web");
      const group = dev.named("SecurityGroupIngressRule", "web-from-load-balancer").securityGroupId;
      assert.deepEqual([vpcSecurityGroupIds, keyName], [undefined, undefined]);
      assert.deepEqual(networkInterfaces, [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [group],
        },
      ]);
    });

    it("holds the id of an image, not a reference to be resolved at each launch", () => {
      assert.match(String(dev.named("LaunchTemplate", "web").imageId), /^ami-[0-9a-f]{17}$/);
    });

    it("tags instances, volumes and interfaces with what they are", () => {
      const tags = {
        Name: "web",
        role: "web",
        environment: "dev",
        stack: "dev",
        workload: "web",
        "bakeline:project": "bakeline",
        "bakeline:stack": "dev",
        "bakeline:environment": "dev",
      };
      assert.deepEqual(
        dev.named("LaunchTemplate", "web").tagSpecifications,
        ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags })),
      );
    });

    it("has user data that a preview already knows, for policies to read", async () => {
      const preview = await recordEstate({ stack: "dev", preview: true });
      assert.equal(
        preview.named("LaunchTemplate", "web").userData,
        dev.named("LaunchTemplate", "web").userData,
      );
    });
  });
});

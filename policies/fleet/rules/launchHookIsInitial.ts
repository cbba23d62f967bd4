import { Got } from "../../got";
import { defineRule } from "../../rule";

const launching = "autoscaling:EC2_INSTANCE_LAUNCHING";

export const launchHookIsInitial = defineRule({
  id: "autoscaling-launch-hook-is-initial",
  title:
    "Hooks on launch are part of their group: one that is made after it misses the instances with which the group begins.",
  severity: "medium",
  type: "aws:autoscaling/lifecycleHook:LifecycleHook",
  sees: ["aws:autoscaling/group:Group"],
  remedy: "Move the hook to the group's initialLifecycleHooks.",
  references: [
    {
      title: "CreateAutoScalingGroup: LifecycleHookSpecificationList, hooks before instances are launched",
      url: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html",
    },
  ],
  evaluate: ({ lifecycleTransition, autoscalingGroupName, name }, _, context) => {
    const transition: unknown = lifecycleTransition;
    if (transition === "autoscaling:EC2_INSTANCE_TERMINATING") return [];
    const from = context.computedFrom("autoscalingGroupName");
    const group = context.stack
      .all("aws:autoscaling/group:Group")
      .find(({ urn, properties }) =>
        from.length > 0
          ? from.includes(urn)
          : properties.name != null && properties.name === autoscalingGroupName,
      );
    // A group that begins with nothing has no first instances to miss.
    const { desiredCapacity, minSize } = group?.properties ?? {};
    if (group !== undefined && (desiredCapacity ?? minSize ?? 0) === 0) return [];
    // What changes later may be beside the group, under the name that the group has it from the beginning.
    const isInitial = (hook: { readonly name: string }) => name != null && hook.name === name;
    if (group?.properties.initialLifecycleHooks?.some(isInitial)) return [];
    return [
      {
        path: "lifecycleTransition",
        expected: "initialLifecycleHooks of the group for hooks on launch",
        got: Got.of(transition, [launching]),
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "waits for the end of an instance",
        properties: {
          autoscalingGroupName: "web",
          lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
        },
      },
      {
        name: "is on a group that begins with nothing",
        properties: {
          autoscalingGroupName: "web",
          lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
        },
        beside: [
          {
            type: "aws:autoscaling/group:Group",
            name: "web",
            properties: { name: "web", minSize: 0, maxSize: 4 },
          },
        ],
      },
      {
        name: "changes a hook that the group has from the beginning",
        properties: {
          name: "ready",
          autoscalingGroupName: "web",
          lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
        },
        beside: [
          {
            type: "aws:autoscaling/group:Group",
            name: "web",
            properties: {
              name: "web",
              minSize: 2,
              maxSize: 4,
              initialLifecycleHooks: [
                { name: "ready", lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING" },
              ],
            },
          },
        ],
      },
    ],
    fail: [
      {
        name: "is on a group that begins with two",
        properties: {
          autoscalingGroupName: "known later",
          lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
        },
        beside: [
          { type: "aws:autoscaling/group:Group", name: "web", properties: { minSize: 2, maxSize: 4 } },
        ],
        computedFrom: { autoscalingGroupName: ["web"] },
        finds: [
          'lifecycleTransition: expected initialLifecycleHooks of the group for hooks on launch, got "autoscaling:EC2_INSTANCE_LAUNCHING"',
        ],
      },
      {
        name: "is on a group elsewhere",
        properties: {
          autoscalingGroupName: "web",
          lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
        },
        finds: [
          'lifecycleTransition: expected initialLifecycleHooks of the group for hooks on launch, got "autoscaling:EC2_INSTANCE_LAUNCHING"',
        ],
      },
    ],
  },
});

import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { nameOf } from "../naming";
import { given, number, text } from "../reading";
import { tokens } from "../tokens";

const strategies = ["cluster", "partition", "spread"];

/** Not modelled: how many instances a strategy holds. */
export const placementGroup: ResourceType = {
  token: tokens.placementGroup,
  source: "internal/service/ec2/ec2_placement_group.go",
  replaceOn: ["name", "partitionCount", "spreadLevel", "strategy"],
  computed: ["arn", "name", "partitionCount", "placementGroupId", "spreadLevel"],
  validate(inputs) {
    const strategy = text(inputs, "strategy");
    const count = number(inputs, "partitionCount");
    return [
      ...(strategy === undefined || strategies.includes(strategy)
        ? []
        : [{ property: "strategy", reason: `expected one of ${strategies.join(", ")}, got ${strategy}` }]),
      ...(count !== undefined && (count < 0 || count > 7)
        ? [{ property: "partitionCount", reason: `expected 0 to 7, got ${count}` }]
        : []),
      ...(given(inputs, "spreadLevel") && strategy !== "spread"
        ? [{ property: "spreadLevel", reason: "must not be set unless strategy is spread" }]
        : []),
    ];
  },
  create(inputs, account) {
    const name = nameOf(inputs, account);
    if (account.find(tokens.placementGroup, name) !== undefined)
      throw new AwsError(
        "InvalidPlacementGroup.Duplicate",
        "EC2: CreatePlacementGroup",
        `The placement group '${name}' already exists.`,
      );
    const isSpread = text(inputs, "strategy") === "spread";
    return {
      id: name,
      outputs: {
        arn: regionalArn(account, "ec2", `placement-group/${name}`),
        name,
        partitionCount: number(inputs, "partitionCount") ?? 0,
        placementGroupId: account.newId("pg"),
        spreadLevel: text(inputs, "spreadLevel") ?? (isSpread ? "rack" : ""),
      },
    };
  },
  remove(id, _properties, account) {
    const [user] = findDependents(account, id, [{ token: tokens.instance, path: "placementGroup" }]);
    if (user !== undefined)
      throw new AwsError(
        "InvalidPlacementGroup.InUse",
        "EC2: DeletePlacementGroup",
        `The placement group '${id}' is in use and may not be deleted.`,
      );
  },
};

import assert from "node:assert/strict";
import { planFlowLogStatements } from "../../../infra/network/flowLogs";
import { anyAccount } from "../account/anyAccount";

describe("planFlowLogStatements", () => {
  it("grants writing to the one log group, and on others nothing but finding them", () => {
    const group = "arn:aws:logs:eu-west-1:111122223333:log-group:/bakeline/dev/network/flow-logs";
    const granted = planFlowLogStatements(anyAccount(), group).map(({ Action, Resource }) => [
      Action,
      Resource,
    ]);
    assert.deepEqual(granted, [
      [["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], `${group}:*`],
      ["logs:DescribeLogGroups", "arn:aws:logs:eu-west-1:111122223333:log-group:*"],
    ]);
  });
});

import assert from "node:assert/strict";
import { flowLogGroupName, workloadLogGroupName } from "../../../infra/state/logGroupName";
import { planLogKeyStatements } from "../../../infra/state/logKey";
import { anyAccount } from "../account/anyAccount";

describe("planLogKeyStatements", () => {
  it("lets CloudWatch Logs of the region use the key for the log groups of the stack alone", () => {
    const [statement, ...others] = planLogKeyStatements(anyAccount(), "dev");
    assert.deepEqual(others, []);
    assert.deepEqual(statement?.Principal, { Service: "logs.eu-west-1.amazonaws.com" });
    assert.deepEqual(statement?.Condition, {
      ArnLike: {
        "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:111122223333:log-group:/bakeline/dev/*",
      },
    });
  });

  it("covers every log group of the stack, and none of a stack whose name begins alike", () => {
    const pattern = /^\/bakeline\/dev\/.*$/; // The condition's last part.
    assert.match(workloadLogGroupName("dev", "web"), pattern);
    assert.match(flowLogGroupName("dev"), pattern);
    assert.doesNotMatch(workloadLogGroupName("dev-anna", "web"), pattern);
  });

  it("names the service below China's own domain in China", () => {
    const [statement] = planLogKeyStatements(
      anyAccount({ region: "cn-north-1", partition: "aws-cn" }),
      "dev",
    );
    assert.deepEqual(statement?.Principal, { Service: "logs.cn-north-1.amazonaws.com.cn" });
  });
});

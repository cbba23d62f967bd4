import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { parseEventLog } from "../../review/eventLog";
import { userDataSizes } from "../../review/userDataSize";
import { recordedLog } from "./recordedLog";

const launchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
const instance = "aws:ec2/instance:Instance";

function sizeOf(type: string, inputs: Record<string, unknown>) {
  return userDataSizes([{ kind: "step", op: "create", urn: "u", type, inputs, oldInputs: {} }]);
}

describe("userDataSizes", () => {
  it("lists unknown and secret user data as not known, and the rest in bytes", () => {
    const { events } = parseEventLog(recordedLog("create"));
    const urn = "urn:pulumi:dev::recorded::aws:ec2";
    assert.deepEqual(
      userDataSizes(events).sort((a, b) => a.urn.localeCompare(b.urn)),
      [
        { urn: `${urn}/instance:Instance::bastion`, bytes: null },
        { urn: `${urn}/launchTemplate:LaunchTemplate::web`, bytes: 19 },
        { urn: `${urn}/launchTemplate:LaunchTemplate::worker`, bytes: null },
      ],
    );
  });

  it("counts compressed user data as EC2 does: compressed, before base64", () => {
    const compressed = gzipSync("#!/bin/sh\n".repeat(1000));
    const [size] = sizeOf(launchTemplate, { userData: compressed.toString("base64") });
    assert.deepEqual(size, { urn: "u", bytes: compressed.length });
  });

  it("counts an instance's plain text in bytes, not in characters", () => {
    assert.deepEqual(sizeOf(instance, { userData: "#!/bin/sh\necho é\n" }), [{ urn: "u", bytes: 18 }]);
  });

  it("decodes an instance's userDataBase64", () => {
    const userDataBase64 = Buffer.alloc(100).toString("base64");
    assert.deepEqual(sizeOf(instance, { userDataBase64 }), [{ urn: "u", bytes: 100 }]);
  });

  it("leaves out resources without user data, and types that have none", () => {
    assert.deepEqual(sizeOf(launchTemplate, {}), []);
    assert.deepEqual(sizeOf("aws:s3/bucket:Bucket", { userData: "x" }), []);
  });
});

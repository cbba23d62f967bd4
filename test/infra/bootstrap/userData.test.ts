import assert from "node:assert/strict";
import { parse } from "yaml";
import {
  type BootFacts,
  encodeUserData,
  maximumUserDataBytes,
  renderUserData,
} from "../../../infra/bootstrap/userData";

const facts: BootFacts = {
  workload: "web",
  role: "site",
  environment: "dev",
  stack: "dev-anna",
  port: 8080,
  logGroupName: "/bakeline/dev-anna/web",
};

const decode = (userData: string) => Buffer.from(userData, "base64").toString("utf8");

describe("renderUserData", () => {
  it("is a cloud-config that writes what the instance is to the environment file", () => {
    const text = decode(renderUserData(facts));
    assert.ok(text.startsWith("#cloud-config\n"));
    assert.deepEqual(parse(text), {
      write_files: [
        {
          path: "/etc/bakeline/environment",
          owner: "root:root",
          permissions: "0644",
          content: [
            "BAKELINE_WORKLOAD=web",
            "BAKELINE_ROLE=site",
            "BAKELINE_ENVIRONMENT=dev",
            "BAKELINE_STACK=dev-anna",
            "BAKELINE_PORT=8080",
            "BAKELINE_LOG_GROUP=/bakeline/dev-anna/web",
            "",
          ].join("\n"),
        },
      ],
    });
  });

  it("changes with every fact, so that a new fact reaches the fleet as a new template version", () => {
    const rendered = renderUserData(facts);
    for (const name of ["workload", "role", "environment", "stack", "logGroupName"] as const)
      assert.notEqual(renderUserData({ ...facts, [name]: "other" }), rendered, name);
    assert.notEqual(renderUserData({ ...facts, port: 9090 }), rendered);
  });
});

describe("encodeUserData", () => {
  it("takes a text of exactly EC2's limit, counted before base64", () => {
    const text = "a".repeat(maximumUserDataBytes);
    assert.equal(decode(encodeUserData("web", text)), text);
  });

  it("refuses one byte more, counting bytes and not characters", () => {
    assert.throws(() => encodeUserData("web", `${"a".repeat(maximumUserDataBytes - 1)}é`), {
      message:
        "user data of workload web: expected at most 16384 bytes before base64, got 16385; move what is large into the image or to S3",
    });
  });
});

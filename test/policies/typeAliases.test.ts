import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { packs } from "../../policies/packs";
import { allNames, presentName } from "../../policies/typeAliases";

describe("the names of resource types", () => {
  it("are the ones that the SDK gives its classes now", () => {
    const types = new Set(
      packs.flatMap(({ rules }) => rules.flatMap((rule) => [...rule.types, ...rule.sees])),
    );
    for (const type of types) {
      const [, file = ""] = /^aws:([\w/]+):\w+$/.exec(type) ?? [];
      const source = path.join("node_modules/@pulumi/aws", `${file}.js`);
      assert.ok(existsSync(source), type);
      assert.ok(readFileSync(source, "utf8").includes(`__pulumiType = '${type}'`), type);
      assert.equal(presentName(type), type);
    }
  });

  it("hold the older names under which the SDK says that a type was known", () => {
    const types = new Set(
      packs.flatMap(({ rules }) => rules.flatMap((rule) => [...rule.types, ...rule.sees])),
    );
    for (const type of types) {
      const [, file = ""] = /^aws:([\w/]+):\w+$/.exec(type) ?? [];
      const source = readFileSync(path.join("node_modules/@pulumi/aws", `${file}.js`), "utf8");
      const [, aliases = ""] = /const aliasOpts = \{ aliases: \[(.*)\] \}/.exec(source) ?? [];
      for (const [, alias = ""] of aliases.matchAll(/type: "([^"]+)"/g))
        assert.ok(allNames(type).includes(alias), `${type}: ${alias}`);
    }
  });

  it("lead from every module that exports a load balancer to the one that rules know", () => {
    assert.deepEqual(allNames("aws:lb/listener:Listener"), [
      "aws:lb/listener:Listener",
      "aws:alb/listener:Listener",
      "aws:applicationloadbalancing/listener:Listener",
      "aws:elasticloadbalancingv2/listener:Listener",
    ]);
  });
});

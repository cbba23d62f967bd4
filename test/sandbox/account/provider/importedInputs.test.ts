import assert from "node:assert/strict";
import { memoryLedger } from "../../../../sandbox/account/memoryLedger";
import { Provider } from "../../../../sandbox/account/provider";
import { applyTagsAll } from "../../../../sandbox/account/provider/tagsAll";
import { sdkSchema } from "../../../../sandbox/account/schema/sdkSchema";
import { findProperty } from "../../../../sandbox/account/schema/shape";
import { completeEstate } from "../types/estate";
import { simulation } from "../types/simulation";

describe("The inputs of an import", () => {
  for (const { type, entry } of completeEstate(simulation()))
    it(`of ${type.token} are taken by Check, and change nothing`, () => {
      const declaration = sdkSchema.resources[type.token];
      assert.ok(declaration !== undefined, "run npm run schema");
      // The estate is made without Check, which would have given these.
      const isRegional = findProperty(declaration.inputs, "region") !== undefined;
      const complete = isRegional ? { ...entry.properties, region: "eu-west-1" } : entry.properties;
      const properties = applyTagsAll(declaration, complete, {});
      const ledger = memoryLedger();
      ledger.put({ ...entry, properties }, "create");
      const provider = new Provider(ledger, { region: "eu-west-1", defaultTags: {} });

      const imported = provider.read(type.token, entry.id)?.inputs ?? {};
      assert.ok(Object.keys(imported).length > 0);
      assert.ok(!("tagsAll" in imported));
      const request = { name: "web", olds: imported, news: imported };
      const { inputs, failures } = provider.check(type.token, request);
      assert.deepEqual(failures, []);
      assert.deepEqual(provider.diff(type.token, "web", properties, imported, inputs).changes, []);
    });
});

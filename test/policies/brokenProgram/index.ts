import { CustomResource } from "@pulumi/pulumi";
import { knownToAccount } from "../brokenStack/knownToAccount";

class Declared extends CustomResource {}

const declared = new Map<string, Declared>();
for (const { type, name, properties, idOf = {} } of knownToAccount) {
  const ids = Object.entries(idOf).map(([property, other]) => [property, declared.get(other)?.id]);
  const inputs = { ...properties, ...Object.fromEntries(ids) };
  declared.set(name, new Declared(type, name, inputs, { version: "7.48.0" }));
}

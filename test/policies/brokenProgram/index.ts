import { CustomResource } from "@pulumi/pulumi";
import { brokenStack } from "../brokenStack";

class Declared extends CustomResource {}

for (const { type, name, properties } of brokenStack)
  new Declared(type, name, { ...properties }, { version: "7.48.0" });

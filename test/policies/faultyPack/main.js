// @ts-check
const { compilePack } = require("../../../build/packSdk");

require(compilePack("test/policies/faultyPack/serve.ts"));

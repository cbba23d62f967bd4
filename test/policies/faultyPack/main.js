// @ts-check
require("../../../build/lazySdk");
const { compile } = require("../../../build/compile");

require(compile("test/policies/faultyPack/serve.ts"));

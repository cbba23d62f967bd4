// `npm run docs:stores`: writes docs/stores.md anew, after a change to a stack file or to what a store is.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../../build/compile";
import { loadCheckedStack } from "../../workloads/checkedStack";
import { renderStoreDocs } from "./storeDocs";

const stacks = { dev: loadCheckedStack(root, "dev"), prod: loadCheckedStack(root, "prod") };
writeFileSync(path.join(root, "docs", "stores.md"), renderStoreDocs(stacks));
console.log("wrote docs/stores.md");

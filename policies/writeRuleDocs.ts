// `npm run docs:rules`: writes docs/rules anew, so that the page of a rule that is gone goes too, and each pack's README.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { renderPackReadme } from "./packReadme";
import { packFolder, packs } from "./packs";
import { renderRuleDocs } from "./ruleDocs";

const folder = path.join("docs", "rules");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [file, text] of renderRuleDocs(packs)) writeFileSync(path.join(folder, file), text);
for (const pack of packs) writeFileSync(path.join(packFolder(pack), "README.md"), renderPackReadme(pack));

// `npm run schema:stack`: refreshes the JSON Schema that editors read, after a change to schema.ts.
import { writeFileSync } from "node:fs";
import { renderStackFileJsonSchema } from "./jsonSchema";

// From the repository's root, where npm runs its scripts.
const file = "schemas/stack.schema.json";
writeFileSync(file, renderStackFileJsonSchema());
console.log(`wrote ${file}`);

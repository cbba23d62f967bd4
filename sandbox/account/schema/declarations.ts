import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

/** The interfaces and classes of one .d.ts file by name; those of a namespace as `ec2.InstanceRootBlockDevice`. */
export type Declarations = ReadonlyMap<string, ts.InterfaceDeclaration | ts.ClassDeclaration>;

const parsed = new Map<string, Declarations>();

/**
 * Reads a declaration file without type checking it: the SDK's are generated, so their syntax says everything, and
 * types/input.d.ts alone (6 MB) would take the checker seconds.
 */
export function readDeclarations(file: string): Declarations {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const source = ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.ES2022);
  const found = new Map<string, ts.InterfaceDeclaration | ts.ClassDeclaration>();
  collect(source.statements, "", found);
  parsed.set(file, found);
  return found;
}

function collect(
  statements: Iterable<ts.Statement>,
  prefix: string,
  found: Map<string, ts.InterfaceDeclaration | ts.ClassDeclaration>,
): void {
  for (const statement of statements) {
    if (ts.isInterfaceDeclaration(statement)) found.set(prefix + statement.name.text, statement);
    if (ts.isClassDeclaration(statement) && statement.name)
      found.set(prefix + statement.name.text, statement);
    if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body))
      collect(statement.body.statements, `${prefix}${statement.name.text}.`, found);
  }
}

/** `aws:ec2/vpc:Vpc` -> `ec2/vpc.d.ts` and `Vpc`; what belongs to no service has module `index`. */
export function locate(sdk: string, token: string): { file: string; name: string } {
  const [, module = "", name = ""] = token.split(":");
  return { file: path.join(sdk, `${module.replace(/^index\//, "")}.d.ts`), name };
}

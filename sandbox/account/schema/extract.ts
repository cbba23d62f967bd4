import fs from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "../../../build/compile";
import { dataSources } from "../functions";
import { resourceTypes } from "../types";
import { locate, readDeclarations } from "./declarations";
import type { Declaration, ObjectShape, SdkSchema } from "./shape";
import { nameOf, shapeReader } from "./shapes";

/** Where the extracted schema is checked in. */
export const schemaFile = path.join(root, "sandbox", "account", "schema", "aws.json");

/**
 * What the installed @pulumi/aws declares of the account's resource types and data sources, read from its own
 * declaration files: `XArgs` for inputs, the class's properties or `XResult` for outputs, types/input.d.ts inside.
 */
export function extractSchema(): SdkSchema {
  const sdk = path.join(root, "node_modules", "@pulumi", "aws");
  const manifest: unknown = JSON.parse(fs.readFileSync(path.join(sdk, "package.json"), "utf8"));
  const shapes = shapeReader(sdk);

  function inputsOf(file: string, name: string): ObjectShape {
    const declaration = readDeclarations(file).get(name);
    return declaration !== undefined && ts.isInterfaceDeclaration(declaration)
      ? shapes.readInterface(declaration)
      : {};
  }

  function resource(token: string): Declaration {
    const { file, name } = locate(sdk, token);
    const declaration = readDeclarations(file).get(name);
    if (declaration === undefined) throw new Error(`${token}: no class ${name} in ${file}`);
    return { inputs: inputsOf(file, `${name}Args`), outputs: outputsOf(declaration) };
  }

  function dataSource(token: string): Declaration {
    const { file, name } = locate(sdk, token);
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const declaration = readDeclarations(file).get(`${type}Result`);
    if (declaration === undefined) throw new Error(`${token}: no interface ${type}Result in ${file}`);
    return { inputs: inputsOf(file, `${type}Args`), outputs: outputsOf(declaration) };
  }

  return {
    version: versionOf(manifest),
    provider: inputsOf(path.join(sdk, "provider.d.ts"), "ProviderArgs"),
    resources: byToken(resourceTypes, resource),
    functions: byToken(dataSources, dataSource),
  };
}

/** The schema as the file has it: a line per property, so that an SDK upgrade reads well as a diff. */
export function renderSchema(schema: SdkSchema): string {
  const text = JSON.stringify(schema, undefined, 1)
    .replace(/\[\s+("\w+")\s+\]/g, "[$1]")
    .replace(/\{\s+("\*": "\w+")\s+\}/g, "{$1}");
  return `${text}\n`;
}

function outputsOf(declaration: ts.InterfaceDeclaration | ts.ClassDeclaration): readonly string[] {
  return [...declaration.members].flatMap((member) => {
    if (!ts.isPropertySignature(member) && !ts.isPropertyDeclaration(member)) return [];
    const modifiers = member.modifiers?.map((modifier) => modifier.kind) ?? [];
    return modifiers.includes(ts.SyntaxKind.ReadonlyKeyword) ? [nameOf(member.name)] : [];
  });
}

function byToken(
  list: readonly { token: string }[],
  read: (token: string) => Declaration,
): Record<string, Declaration> {
  const tokens = list.map(({ token }) => token).sort();
  return Object.fromEntries(tokens.map((token) => [token, read(token)]));
}

function versionOf(manifest: unknown): string {
  if (typeof manifest === "object" && manifest !== null && "version" in manifest)
    if (typeof manifest.version === "string") return manifest.version;
  throw new Error("@pulumi/aws: its package.json has no version; run npm ci");
}

function main(): void {
  fs.writeFileSync(schemaFile, renderSchema(extractSchema()));
  console.log(`wrote ${path.relative(root, schemaFile)}`);
}

// Run by `npm run schema`, imported by the test that holds the checked-in file against it.
if (process.argv[1] !== undefined && path.basename(process.argv[1]).endsWith("schema-extract.js")) main();

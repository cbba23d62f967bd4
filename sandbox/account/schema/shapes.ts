import path from "node:path";
import ts from "typescript";
import { readDeclarations } from "./declarations";
import type { ObjectShape, PlainShape, Shape } from "./shape";

/** Turns the SDK's declared types into shapes. `sdk` is the folder of @pulumi/aws. */
export function shapeReader(sdk: string) {
  const inputTypes = readDeclarations(path.join(sdk, "types", "input.d.ts"));

  function readInterface(declaration: ts.InterfaceDeclaration, inside: readonly string[]): ObjectShape {
    return Object.fromEntries(
      declaration.members.filter(ts.isPropertySignature).flatMap((member) => {
        if (member.type === undefined) return [];
        const name = nameOf(member.name);
        return [[member.questionToken ? name : `${name}!`, readType(member.type, inside)]];
      }),
    );
  }

  function readType(type: ts.TypeNode, inside: readonly string[]): Shape {
    if (ts.isArrayTypeNode(type)) return [readType(type.elementType, inside)];
    if (ts.isUnionTypeNode(type)) return unite(type.types.flatMap((member) => readMember(member, inside)));
    if (ts.isTypeLiteralNode(type)) return readLiteral(type, inside);
    if (ts.isTypeReferenceNode(type)) return readReference(type, inside);
    switch (type.kind) {
      case ts.SyntaxKind.StringKeyword:
        return "string";
      case ts.SyntaxKind.NumberKeyword:
        return "number";
      case ts.SyntaxKind.BooleanKeyword:
        return "boolean";
      default:
        return "any";
    }
  }

  function readMember(type: ts.TypeNode, inside: readonly string[]): readonly Shape[] {
    return type.kind === ts.SyntaxKind.UndefinedKeyword ? [] : [readType(type, inside)];
  }

  function readLiteral(type: ts.TypeLiteralNode, inside: readonly string[]): Shape {
    const index = type.members.find(ts.isIndexSignatureDeclaration);
    return index === undefined ? "any" : { "*": readType(index.type, inside) };
  }

  function readReference(type: ts.TypeReferenceNode, inside: readonly string[]): Shape {
    const name = entityName(type.typeName);
    const argument = type.typeArguments?.[0];
    if (name === "pulumi.Input" && argument !== undefined) return readType(argument, inside);
    if (name.startsWith("pulumi.asset.")) return "asset";
    if (name.startsWith("inputs.")) return readNested(name.slice("inputs.".length), inside);
    // Enums are strings on the wire. A resource given for its id, ARN or name is a string there, too.
    return name.endsWith("PolicyDocument") ? "any" : "string";
  }

  function readNested(name: string, inside: readonly string[]): Shape {
    const declaration = inputTypes.get(name);
    // A type that holds itself (WAF statements) would have no end.
    if (declaration === undefined || !ts.isInterfaceDeclaration(declaration) || inside.includes(name))
      return "any";
    return readInterface(declaration, [...inside, name]);
  }

  return { readInterface: (declaration: ts.InterfaceDeclaration) => readInterface(declaration, []) };
}

function unite(shapes: readonly Shape[]): Shape {
  const plain = shapes.filter((shape): shape is PlainShape => typeof shape === "string");
  const [first = "any"] = shapes;
  if (shapes.length === 1) return first;
  return plain.length === shapes.length && plain.every((shape) => shape === first) ? first : "any";
}

export function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

function entityName(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : `${entityName(name.left)}.${name.right.text}`;
}

import { isMapping, items, scalar } from "./node";

/** Stands for what is no text. */
const unknown = `\${?}`;

/**
 * A value of a CloudFormation template with its functions written out, as far as the template itself knows them:
 * `Fn::Join` is joined, `Fn::Sub` its template, `Fn::Base64` what it encodes, `Ref` a `${Name}`.
 * Undefined for what is no text. `others` gets the branches that are not taken.
 */
export function flatten(node: unknown, others: (text: string) => void, depth = 0): string | undefined {
  if (depth > 30) return undefined;
  const plain = scalar(node);
  if (plain !== undefined || !isMapping(node)) return plain;
  const [only, ...more] = Object.entries(node);
  if (only === undefined || more.length > 0) return undefined;
  const [name, args] = only;
  const flat = (inner: unknown) => flatten(inner, others, depth + 1);
  switch (name) {
    case "Ref":
      return `\${${scalar(args) ?? "?"}}`;
    case "Fn::GetAtt":
      return `\${${items(args).map(scalar).join(".")}}`;
    case "Fn::Base64":
      return flat(args);
    case "Fn::Sub":
      return flat(Array.isArray(args) ? args[0] : args);
    case "Fn::Join": {
      const [delimiter, list] = items(args);
      const texts = items(list).map((item) => flat(item) ?? unknown);
      return texts.join(scalar(delimiter) ?? "");
    }
    case "Fn::If": {
      const [, yes, no] = items(args);
      const other = flat(no);
      if (other !== undefined) others(other);
      return flat(yes) ?? "";
    }
    case "Fn::ImportValue":
    case "Fn::FindInMap":
    case "Fn::Select":
    case "Fn::Split":
    case "Fn::Cidr":
    case "Fn::GetAZs":
    case "Fn::Transform":
      return `\${${name.slice(4)}}`;
    default:
      return undefined;
  }
}

import { type AnalyzeRequest, AnalyzerResource } from "@pulumi/pulumi/proto/analyzer_pb";
import { BinaryReader } from "google-protobuf";

/** What the engine tells of a resource at the end, less its properties. */
export interface StackEntry {
  readonly type: string;
  readonly urn: string;
  readonly name: string;
  /** By property, the URNs of the resources from which its value is computed. */
  readonly computedFrom: Readonly<Record<string, readonly string[]>>;
}

/** Reads an AnalyzerResource and passes over its properties: @pulumi/pulumi/proto/analyzer_pb.js has the numbers. */
export function readStackEntry(bytes: Uint8Array): StackEntry {
  const reader = new BinaryReader(bytes);
  const texts = new Map<number, string>();
  const computedFrom: Record<string, readonly string[]> = {};
  while (reader.nextField()) {
    const field = reader.getFieldNumber();
    if (field === 1 || field === 3 || field === 4) texts.set(field, reader.readString());
    else if (field === 9) {
      const { key, urns } = readDependencies(reader.readBytes());
      computedFrom[key] = urns;
    } else reader.skipField();
  }
  const text = (field: number) => texts.get(field) ?? "";
  return { type: text(1), urn: text(3), name: text(4), computedFrom };
}

/** An entry of the map `propertyDependencies`: a name, and a message with one field. */
function readDependencies(bytes: Uint8Array): { key: string; urns: readonly string[] } {
  const reader = new BinaryReader(bytes);
  let key = "";
  const urns: string[] = [];
  while (reader.nextField()) {
    if (reader.getFieldNumber() === 1) key = reader.readString();
    else if (reader.getFieldNumber() === 2) {
      const inner = new BinaryReader(reader.readBytes());
      while (inner.nextField()) {
        if (inner.getFieldNumber() === 1) urns.push(inner.readString());
        else inner.skipField();
      }
    } else reader.skipField();
  }
  return { key, urns };
}

/**
 * A resource as the SDK shall hand it to the rules.
 * @param judged what was sent to be judged; without (`--target` leaves some out) the outputs must do
 */
export function toResource(bytes: Uint8Array, judged: AnalyzeRequest | undefined): AnalyzerResource {
  if (judged === undefined) return AnalyzerResource.deserializeBinary(bytes);
  return new AnalyzerResource()
    .setType(judged.getType())
    .setUrn(judged.getUrn())
    .setName(judged.getName())
    .setProperties(judged.getProperties())
    .setOptions(judged.getOptions());
}

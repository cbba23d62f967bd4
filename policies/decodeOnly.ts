// The engine sends every resource to every pack twice (to repair, then to judge) and all of them once more at the
// end, and the SDK decodes each message in full before it looks whether any policy is about that type. Decoding is
// most of a pack's cost: here it is left out wherever nobody would read the result.
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  EnforcementLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { BinaryReader } from "google-protobuf";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { readStackEntry, type StackEntry, toResource } from "./stackEntry";

/** What this process wants to read of the engine's messages. */
export interface Wanted {
  /** Types that some rule judges. */
  readonly judged: ReadonlySet<string>;
  /** Types that some rule looks at from another resource. */
  readonly seen: ReadonlySet<string>;
  /** Types that some rule repairs. */
  readonly repaired: ReadonlySet<string>;
  /** Policies that do the work of others: on, whatever the engine says of them, while any of the others is on. */
  readonly alwaysOn: readonly string[];
}

/** What the engine's messages told, beside what the SDK makes of them. */
export interface Heard {
  /** The level of each policy, as the engine has configured it. */
  readonly levels: Map<string, string>;
  /** URNs of the resources that were sent to be judged. */
  readonly judged: Set<string>;
  /** All resources of the stack, by URN, once the engine has sent them. */
  readonly stack: Map<string, StackEntry>;
}

/** Has this process decode only what it wants to read. To be called before the SDK starts its server. */
export function decodeOnly({ judged, seen, repaired, alwaysOn }: Wanted): Heard {
  const heard: Heard = { levels: new Map(), judged: new Set(), stack: new Map() };
  const inputs = new Map<string, AnalyzeRequest>();
  const { analyze, remediate, analyzeStack, configure } = AnalyzerService;

  const { requestDeserialize: decode } = analyze;
  analyze.requestDeserialize = (bytes) => {
    const { type, urn } = readHead(bytes);
    heard.judged.add(urn);
    if (!judged.has(type) && !seen.has(type)) return undecoded(type);
    const request = decode(bytes);
    if (seen.has(type)) inputs.set(urn, request);
    return request;
  };

  const { requestDeserialize: decodeToRepair } = remediate;
  remediate.requestDeserialize = (bytes) => {
    const { type } = readHead(bytes);
    return repaired.has(type) ? decodeToRepair(bytes) : undecoded(type);
  };

  const { requestDeserialize: decodeLevels } = configure;
  configure.requestDeserialize = (bytes) => {
    const request = decodeLevels(bytes);
    const configured = request.getPolicyconfigMap();
    for (const [policy, config] of configured.entries())
      heard.levels.set(policy, levelName(config.getEnforcementlevel()));
    if ([...heard.levels].some(([policy, level]) => level !== "disabled" && !alwaysOn.includes(policy)))
      for (const policy of alwaysOn) configured.del(policy);
    return request;
  };

  // The engine sends the outputs of each resource at the end. Rules read inputs, which were sent before, and by
  // which a value that is left out can be told from one that AWS has filled in.
  analyzeStack.requestDeserialize = (bytes) => {
    const request = new AnalyzeStackRequest();
    for (const resource of readResources(bytes)) {
      const entry = readStackEntry(resource);
      heard.stack.set(entry.urn, entry);
      if (seen.has(entry.type)) request.addResources(toResource(resource, inputs.get(entry.urn)));
    }
    return request;
  };
  return heard;
}

/** Two fields of an AnalyzeRequest, the type coming first: @pulumi/pulumi/proto/analyzer_pb.js. */
function readHead(bytes: Uint8Array): { type: string; urn: string } {
  const reader = new BinaryReader(bytes);
  const head = { type: "", urn: "" };
  while (reader.nextField()) {
    if (reader.getFieldNumber() === 1) head.type = reader.readString();
    else if (reader.getFieldNumber() === 3) head.urn = reader.readString();
    else reader.skipField();
  }
  return head;
}

/** The messages in the one field of an AnalyzeStackRequest. */
function readResources(bytes: Uint8Array): readonly Uint8Array[] {
  const reader = new BinaryReader(bytes);
  const resources: Uint8Array[] = [];
  while (reader.nextField()) {
    if (reader.getFieldNumber() === 1) resources.push(reader.readBytes());
    else reader.skipField();
  }
  return resources;
}

function levelName(level: number): string {
  const name = Object.entries(EnforcementLevel).find(([, value]) => value === level)?.[0];
  return (name ?? "mandatory").toLowerCase();
}

const noOptions = new AnalyzerResourceOptions();
const noProperties = new Struct();

function undecoded(type: string): AnalyzeRequest {
  return new AnalyzeRequest().setType(type).setProperties(noProperties).setOptions(noOptions);
}

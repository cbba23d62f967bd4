// The engine sends every resource to every pack twice (to repair, then to judge) and all of them once more at the
// end, and the SDK decodes each message in full before it looks whether any policy is about that type. Decoding is
// most of a pack's cost: here it is left out wherever nobody would read the result.
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { BinaryReader } from "google-protobuf";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/**
 * Has this process decode only resources of these types, and those only to judge them: no rule repairs a resource
 * or judges a whole stack. To be called before the SDK starts its server.
 */
export function decodeOnly(types: ReadonlySet<string>): void {
  const { analyze, remediate, analyzeStack } = AnalyzerService;
  const decode = analyze.requestDeserialize;
  analyze.requestDeserialize = (bytes) => {
    const type = readType(bytes);
    return types.has(type) ? decode(bytes) : undecoded(type);
  };
  remediate.requestDeserialize = () => undecoded("");
  analyzeStack.requestDeserialize = () => new AnalyzeStackRequest();
}

/** The field `type` of an AnalyzeRequest, which comes first: @pulumi/pulumi/proto/analyzer_pb.js. */
function readType(bytes: Uint8Array): string {
  const reader = new BinaryReader(bytes);
  while (reader.nextField()) {
    if (reader.getFieldNumber() === 1) return reader.readString();
    reader.skipField();
  }
  return "";
}

const noOptions = new AnalyzerResourceOptions();
const noProperties = new Struct();

function undecoded(type: string): AnalyzeRequest {
  return new AnalyzeRequest().setType(type).setProperties(noProperties).setOptions(noOptions);
}

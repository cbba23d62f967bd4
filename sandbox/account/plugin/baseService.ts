import { status } from "@grpc/grpc-js";
import pluginMessages from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { unary, unimplemented } from "./unary";

/**
 * What every plugin answers alike. Capabilities are said once, in the handshake: previews yes, and neither secrets,
 * nor resources, nor outputs as special values, so that the engine sends plain ones and does the marking itself.
 */
export function baseService(packageName: string, version: string): IResourceProviderServer {
  return {
    handshake: unary(() => new messages.ProviderHandshakeResponse()),
    attach: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
    getPluginInfo: unary(() => {
      const info = new pluginMessages.PluginInfo();
      info.setVersion(version);
      return info;
    }),
    // Code generation needs the real package's schema; the engine asks only to know that it is there.
    getSchema: unary(() => {
      const response = new messages.GetSchemaResponse();
      response.setSchema(JSON.stringify({ name: packageName, version, resources: {}, functions: {} }));
      return response;
    }),
    checkConfig: unary((request: messages.CheckRequest) => {
      const response = new messages.CheckResponse();
      response.setInputs(request.getNews());
      return response;
    }),
    diffConfig: unary(() => new messages.DiffResponse()),
    configure: unary(() => {
      const response = new messages.ConfigureResponse();
      response.setSupportspreview(true);
      return response;
    }),
    parameterize: unimplemented("Parameterize"),
    invoke: unimplemented("Invoke"),
    call: unimplemented("Call"),
    check: unimplemented("Check"),
    diff: unimplemented("Diff"),
    create: unimplemented("Create"),
    read: unimplemented("Read"),
    update: unimplemented("Update"),
    delete: unimplemented("Delete"),
    construct: unimplemented("Construct"),
    getMapping: unimplemented("GetMapping"),
    getMappings: unimplemented("GetMappings"),
    list: (call) =>
      call.destroy(Object.assign(new Error("not implemented: List"), { code: status.UNIMPLEMENTED })),
  };
}

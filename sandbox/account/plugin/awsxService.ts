import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import messages from "@pulumi/pulumi/proto/provider_pb";
import { constructVpc } from "../awsx/constructVpc";
import { baseService } from "./baseService";
import { unary } from "./unary";

/** The `awsx` plugin: components, which register their children with the engine and so keep no ledger of their own. */
export function awsxService(version: string): IResourceProviderServer {
  return {
    ...baseService("awsx", version),

    // A secret tag must still be secret when it reaches a child, so here secrets are taken and passed on.
    handshake: unary(() => {
      const response = new messages.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      return response;
    }),

    configure: unary(() => {
      const response = new messages.ConfigureResponse();
      response.setSupportspreview(true);
      response.setAcceptsecrets(true);
      return response;
    }),

    construct: unary((request: messages.ConstructRequest) => {
      if (request.getType() === "awsx:ec2:Vpc") return constructVpc(request);
      throw new Error(
        `the simulated account does not know the component ${request.getType()}: ` +
          "model it in sandbox/account/awsx/ and name it in plugin/awsxService.ts",
      );
    }),
  };
}

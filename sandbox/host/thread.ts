import { parentPort, workerData } from "node:worker_threads";
import awsxManifest from "@pulumi/awsx/package.json";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { awsService } from "../account/plugin/awsService";
import { awsxService } from "../account/plugin/awsxService";
import { serveOnLoopback } from "../account/plugin/serve";
import { sdkSchema } from "../account/schema/sdkSchema";
import { languageRuntime } from "./languageRuntime";
import { HostTask } from "./task";

/** The thread's own end of `openHost`: serves everything, then says where. */
async function main(): Promise<void> {
  const { program, ledgers } = HostTask.parse(workerData);
  parentPort?.postMessage({
    program: await serveOnLoopback(LanguageRuntimeService, languageRuntime(program)),
    aws: await serveOnLoopback(ResourceProviderService, awsService(ledgers, sdkSchema.version)),
    awsx: await serveOnLoopback(ResourceProviderService, awsxService(awsxManifest.version)),
  });
}

void main();

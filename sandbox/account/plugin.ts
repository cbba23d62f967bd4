import awsxManifest from "@pulumi/awsx/package.json";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { FAULT_VARIABLE, killEngineAndSelf, readFaults } from "./faults";
import { awsService } from "./plugin/awsService";
import { awsxService } from "./plugin/awsxService";
import { serveOnLoopback } from "./plugin/serve";
import { sdkSchema } from "./schema/sdkSchema";

/** The folder of ledgers, one sub-folder a stack. */
const LEDGER_VARIABLE = "BAKELINE_LEDGER";

/**
 * The simulated account as a provider plugin: `plugin.js <aws|awsx> <engine address>`. It serves
 * https://github.com/pulumi/pulumi/blob/master/proto/pulumi/provider.proto on the loopback and prints its port, by
 * which the engine finds it. It speaks the protocol itself: the SDK's provider server knows neither previews nor
 * detailed diffs, and takes five times as long to load.
 */
async function main(packageName: string | undefined): Promise<void> {
  liveWithTheEngine();
  console.log(await serveOnLoopback(ResourceProviderService, serviceOf(packageName)));
}

function serviceOf(packageName: string | undefined) {
  const ledgers = process.env[LEDGER_VARIABLE];
  if (ledgers === undefined || ledgers === "")
    throw new Error(
      `${LEDGER_VARIABLE}: expected the folder of the ledgers, got nothing; start through npm run sandbox`,
    );
  switch (packageName) {
    case "aws":
      return awsService(
        ledgers,
        sdkSchema.version,
        readFaults(process.env[FAULT_VARIABLE], killEngineAndSelf),
      );
    case "awsx":
      return awsxService(awsxManifest.version);
    default:
      throw new Error(`usage: plugin <aws|awsx> <engine address>, got ${JSON.stringify(packageName)}`);
  }
}

/**
 * SIGINT, Node's own end, is how the engine ends a plugin (a user's Ctrl-C never comes this way: each plugin has a
 * process group of its own). An engine that is killed ends none, and a plugin that outlives it would go on changing
 * the account while `recover` looks at it.
 */
function liveWithTheEngine(): void {
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) process.exit(1);
  }, 100).unref();
}

void main(process.argv[2]);

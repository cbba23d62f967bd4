import { pathToFileURL } from "node:url";
import { allowedForEngine } from "./engine/environments";
import type { SandboxFolders } from "./folders";

/**
 * Everything that the engine, and by inheritance every process it starts, gets as environment: what the
 * allow-list lets through, and folders of the sandbox in the place of the user's own.
 */
export function engineEnvironment(
  folders: SandboxFolders,
  caller: NodeJS.ProcessEnv,
): Record<string, string> {
  return {
    ...allowedForEngine(caller),
    HOME: folders.userHome,
    PULUMI_HOME: folders.home,
    // Without the query the backend writes a file of attributes beside each state, not atomically: an engine
    // killed at that moment leaves it empty, and no command can read the state any more ("EOF").
    // https://pkg.go.dev/gocloud.dev/blob/fileblob#URLOpener
    PULUMI_BACKEND_URL: `${pathToFileURL(folders.backend).href}?metadata=skip`,
    // Not a secret: it guards a state that holds none. Fixed, so that any command can read any state.
    PULUMI_CONFIG_PASSPHRASE: "bakeline-sandbox",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // A real provider plugin on the user's PATH would be preferred to the simulated account's.
    PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
    // Allows `--event-log`, from which the review reads policy verdicts.
    PULUMI_DEBUG_COMMANDS: "true",
    BAKELINE_LEDGER: folders.ledger,
  };
}

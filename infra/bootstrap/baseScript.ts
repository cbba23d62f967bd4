import { artifactFunctions } from "./shell/artifacts";
import { awsFunctions } from "./shell/aws";
import { bootFunctions } from "./shell/boot";
import { commandFunctions } from "./shell/commands";
import { configurationManagementFunctions } from "./shell/configurationManagement";
import { environmentFunctions } from "./shell/environment";
import { eventFunctions } from "./shell/events";
import { fileFunctions } from "./shell/files";
import { imdsFirewallFunctions } from "./shell/imdsFirewall";
import { interfaceFunctions } from "./shell/interfaces";
import { packageFunctions } from "./shell/packages";
import { reportFunctions } from "./shell/report";
import { secretFunctions } from "./shell/secrets";
import { serviceFunctions } from "./shell/services";
import { watchFunctions } from "./shell/watch";

/** Where an image holds the base script, and where the loader puts it on an image that does not. */
export const baseScriptPath = "/usr/lib/bakeline/bakeline";

const main = `# Sourced by the loader and by steps; run by units.
if [ "\${BASH_SOURCE[0]}" = "$0" ]; then
  set -Eeuo pipefail
  load_environment
  ensure_imds
  case \${1-} in
    event) run_event "$2" ;;
    end) end_of_instance ;;
    watch) watch_interruptions ;;
    firewall) imds_firewall ;;
    interfaces) configure_interfaces ;;
    attach) attach_interface "$2" 900 ;;
    pair) run_pair_agent ;;
    begin-active) begin_active "$2" ;;
    *)
      echo "expected event, end, watch, firewall, interfaces, attach, pair or begin-active, got \${1-nothing}" >&2
      exit 64
      ;;
  esac
fi
`;

/**
 * The base script: everything that steps call and units run. One text for every workload, tier and operating system,
 * so that one object, or one file of an image, serves all.
 */
export const baseScript = [
  "#!/bin/bash\n# Bakeline's base script, as infra/bootstrap/baseScript.ts puts it together.\n",
  awsFunctions,
  environmentFunctions,
  fileFunctions,
  secretFunctions,
  packageFunctions,
  artifactFunctions,
  serviceFunctions,
  commandFunctions,
  configurationManagementFunctions,
  eventFunctions,
  imdsFirewallFunctions,
  interfaceFunctions,
  watchFunctions,
  reportFunctions,
  bootFunctions,
  main,
].join("");

import { posix } from "node:path";
import type { OperatingSystem } from "../bakeline/operatingSystem";
import type { Step } from "../bakeline/step";
import type { Tier } from "../bakeline/tier";
import { baseScriptPath } from "./baseScript";
import { awsFunctions } from "./shell/aws";
import { environmentFilePath } from "./shell/environment";
import { quote } from "./shell/quote";
import { bootLogPath } from "./shell/report";

/** What user data tells an instance; the rest (its id, region, role, environment) it asks the metadata service. */
export interface BootFacts {
  readonly workload: string;
  readonly stack: string;
  readonly tier: Tier;
  readonly operatingSystem: OperatingSystem;
  /** TCP port of the service. */
  readonly port: number;
  /** Answers 200 on the instance itself when it is ready for service. */
  readonly healthCheckPath: string;
  /** Seconds that the service has from its start to the first such answer. Default: 300. */
  readonly readyTimeoutSeconds?: number;
  /** Log group of the workload; boot reports to its stream `boot/<instance id>`. */
  readonly logGroupName: string;
  /** The bucket of bootstrap objects, in the instance's region. */
  readonly bucket: string;
  /** Initial lifecycle hook to complete. Omitted: the group waits for none, and none is completed. */
  readonly launchHookName?: string;
}

/** A line of the manifest: what the loader fetches (below the workload's name in the bucket), and the digest it must have. */
export interface ManifestEntry {
  /** `base`, `role/<role>`, `environment/<environment>` or `steps/<step>`. */
  readonly part: string;
  readonly sha256: string;
}

const defaultReadyTimeoutSeconds = 300;

/**
 * The tag that names the target group which a drained instance leaves. A tag, because only AWS knows the ARN: in user
 * data it would keep a preview from knowing any of it. An instance without it is deregistered by Auto Scaling alone.
 */
export const targetGroupTag = "bakeline:target-group";

/** The metadata of an instance, by the environment variable it becomes. The id is last: curl answers for the last. */
const metadata = {
  GROUP: "tags/instance/aws:autoscaling:groupName",
  TARGET_GROUP_ARN: `tags/instance/${targetGroupTag}`,
  ROLE: "tags/instance/role",
  ENVIRONMENT: "tags/instance/environment",
  REGION: "placement/region",
  AVAILABILITY_ZONE: "placement/availability-zone",
  DOMAIN: "services/domain",
  PRIVATE_IP: "local-ipv4",
  INSTANCE_ID: "instance-id",
} as const;

/** cloud-init runs it early at every boot; the unit that it starts works beside cloud-init. */
const head = `#!/bin/bash
set -Eeuo pipefail
if [ "\${1-}" != run ]; then
  exec systemd-run --quiet --no-block --collect --unit=bakeline-boot -p DefaultDependencies=no -p Conflicts=shutdown.target \\
    -p Before=shutdown.target -p StandardOutput=journal+console -- /bin/bash "$0" run
fi
(umask 077 && touch ${bootLogPath})
exec > >(exec tee -a ${bootLogPath}) 2>&1
objects=/var/lib/bakeline/objects
abandon() {
  if [ "$BASHPID" != $$ ]; then exit 1; fi
  trap - ERR
  if has_digest "$objects/$base" "$base"; then
    # shellcheck source=/dev/null
    . "$objects/$base"
    abandon "$1"
  fi
  echo "bakeline: abandoned: $1"
  complete_launch ABANDON
  exit 1
}
step() {
  local text
  IFS= read -r -d '' text || true
  printf %s "$text" >"$state/steps/$1"
}
`;

const readMetadata = `base=none current=metadata
trap 'abandon "$current"' ERR
open_imds
names=(${Object.keys(metadata).join(" ")})
mapfile -t values < <(imds 'meta-data/{${Object.values(metadata).join(",")}}')
for index in "\${!names[@]}"; do
  declare -x "BAKELINE_\${names[index]}=\${values[index]-}"
done
[[ $BAKELINE_INSTANCE_ID ]]
state=/var/lib/bakeline/instances/$BAKELINE_INSTANCE_ID
if [ -e "$state/complete" ]; then exit 0; fi
mkdir -p /etc/bakeline "$state/steps"
env | grep ^BAKELINE_ >${environmentFilePath}.new
mv -f ${environmentFilePath}.new ${environmentFilePath}
`;

const readManifest = `while read -r part digest; do
  case $part in
    base) base=$digest ;;
    "role/$BAKELINE_ROLE") role=$digest ;;
    "environment/$BAKELINE_ENVIRONMENT") environment=$digest ;;
    steps/*) bundles+=("$digest=$digest") ;;
  esac
done`;

const fetchAndBoot = `if has_digest ${baseScriptPath} "$base"; then
  mkdir -p "$objects"
  cp ${baseScriptPath} "$objects/$base"
fi
current="overlays of the tags role ($BAKELINE_ROLE) and environment ($BAKELINE_ENVIRONMENT)"
[[ \${role-} && \${environment-} ]]
bundles+=("$role=$role" "$environment=$environment")
current="fetch of the base script, overlays and steps"
fetch "$BAKELINE_WORKLOAD/$base=$base" "\${bundles[@]/#/$BAKELINE_WORKLOAD/}"
if ! has_digest ${baseScriptPath} "$base"; then
  mkdir -p ${posix.dirname(baseScriptPath)}
  install -m 0755 "$objects/$base" ${baseScriptPath}.new
  mv -f ${baseScriptPath}.new ${baseScriptPath}
fi
for each in "\${bundles[@]}"; do
  # shellcheck source=/dev/null
  . "$objects/\${each#*=}"
done
`;

const tail = `# shellcheck source=/dev/null
. ${baseScriptPath}
boot
`;

/**
 * The shell part of user data: learns what the instance is, fetches what the manifest names for its tags, checks it,
 * lays out the steps and hands over to the base script.
 */
export function renderLoader(
  facts: BootFacts,
  manifest: readonly ManifestEntry[],
  inlineBundles: readonly string[],
): string {
  const lines = manifest.map(({ part, sha256 }) => `${part} ${sha256}\n`).join("");
  return [
    head,
    awsFunctions,
    renderFacts(facts),
    readMetadata,
    `bundles=()\n${readManifest} <<'END'\n${lines}END\n`,
    fetchAndBoot,
    ...inlineBundles,
    tail,
  ].join("");
}

function renderFacts(facts: BootFacts): string {
  const variables = {
    BAKELINE_WORKLOAD: facts.workload,
    BAKELINE_STACK: facts.stack,
    BAKELINE_TIER: facts.tier,
    BAKELINE_PORT: `${facts.port}`,
    BAKELINE_HEALTH_CHECK_PATH: facts.healthCheckPath,
    BAKELINE_READY_TIMEOUT: `${facts.readyTimeoutSeconds ?? defaultReadyTimeoutSeconds}`,
    BAKELINE_LOG_GROUP: facts.logGroupName,
    BAKELINE_BUCKET: facts.bucket,
    BAKELINE_LAUNCH_HOOK: facts.launchHookName,
  };
  const words = Object.entries(variables).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${quote(value)}`],
  );
  return `export ${words.join(" ")}\n`;
}

/** Steps that instances share by a tag's value, whatever their workload. Configuration layer. */
export type Overlays = Readonly<Record<string, readonly Step[]>>;

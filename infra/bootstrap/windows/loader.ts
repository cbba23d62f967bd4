import type { WindowsServer } from "../../bakeline/operatingSystem";
import type { BootFacts, ManifestEntry } from "../loader";
import { windowsBaseScriptPath } from "./baseScript";
import { awsFunctions } from "./powershell/aws";
import { quote } from "./powershell/quote";
import { bootLogPath } from "./powershell/report";

/** What user data tells an instance of Windows Server. */
export interface WindowsBootFacts extends Omit<BootFacts, "operatingSystem"> {
  readonly operatingSystem: WindowsServer;
}

const defaultReadyTimeoutSeconds = 300;

/** The metadata of an instance, by the fact it becomes. Without tags of that name the metadata service answers 404. */
const metadata = {
  instanceId: "meta-data/instance-id",
  region: "meta-data/placement/region",
  availabilityZone: "meta-data/placement/availability-zone",
  privateIp: "meta-data/local-ipv4",
  role: "meta-data/tags/instance/role",
  environment: "meta-data/tags/instance/environment",
} as const;

const head = `$folder = 'C:\\ProgramData\\Bakeline'
foreach ($each in $folder, "$folder\\objects", "$folder\\work") { New-Item -ItemType Directory -Force -Path $each | Out-Null }
# What boot writes there holds no secret, but it runs as the system: nobody else may change it.
& icacls.exe $folder /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' /q | Out-Null
$script:objects = "$folder\\objects"
$script:work = "$folder\\work"
$script:current = 'metadata'
Start-Transcript -LiteralPath '${bootLogPath}' -Append | Out-Null
`;

/** Until the base script is there, which says the same and more. */
const abandonFunction = `function Stop-Boot([string] $What, [string] $Why) {
  Write-Host "bakeline: abandoned: $What ($Why)"
  Stop-Transcript | Out-Null
  try { Complete-Launch 'ABANDON' } catch { Write-Host 'bakeline: the launch could not be abandoned' }
  exit 1
}
function Add-Step([string] $Name, [string] $Text) {
  [IO.File]::WriteAllText("$script:state\\steps\\$Name.ps1", $Text, (New-Object Text.UTF8Encoding($true)))
}
`;

const readMetadata = [
  ...Object.entries(metadata).map(([fact, path]) => `  $facts.${fact} = Get-Metadata '${path}'\n`),
  "  try { $facts.autoScalingGroupName = Get-Metadata 'meta-data/tags/instance/aws:autoscaling:groupName' }\n",
  "  catch { Write-Host 'bakeline: in no Auto Scaling group' }\n",
].join("");

const fetchAndBoot = `  $script:current = "overlays of the tags role ($($facts.role)) and environment ($($facts.environment))"
  $wanted = @("role/$($facts.role)", "environment/$($facts.environment)")
  foreach ($part in $wanted) { if (-not $manifest.Contains($part)) { throw "there is none for $part" } }
  $script:current = 'fetch of the base script, overlays and steps'
  $base = Get-BootstrapObject "$($facts.workload)/$($manifest.base)" $manifest.base
  Copy-Item -LiteralPath $base -Destination '${windowsBaseScriptPath}' -Force
  . '${windowsBaseScriptPath}'
  foreach ($part in $manifest.Keys) {
    if (-not ($part.StartsWith('steps/') -or $part -in $wanted)) { continue }
    $object = Get-BootstrapObject "$($facts.workload)/$($manifest[$part])" $manifest[$part]
    Copy-Item -LiteralPath $object -Destination "$object.ps1" -Force
    . "$object.ps1"
  }
`;

/**
 * The script of user data: learns what the instance is, fetches what the manifest names for its tags, checks it, lays out
 * the steps and hands over to the base script. Once the instance is complete it does nothing.
 */
export function renderWindowsLoader(
  facts: WindowsBootFacts,
  manifest: readonly ManifestEntry[],
  inlineLayouts: readonly string[],
): string {
  const entries = manifest.map(({ part, sha256 }) => `  ${quote(part)} = '${sha256}'\n`).join("");
  return [
    awsFunctions,
    abandonFunction,
    head,
    renderFacts(facts),
    `$manifest = [ordered] @{\n${entries}}\n`,
    "try {\n",
    readMetadata,
    '  $script:state = "$folder\\instances\\$($facts.instanceId)"\n',
    '  if (Test-Path -LiteralPath "$script:state\\complete") { exit 0 }\n',
    '  New-Item -ItemType Directory -Force -Path "$script:state\\steps" | Out-Null\n',
    fetchAndBoot,
    ...inlineLayouts,
    "  Invoke-Boot\n",
    "} catch {\n  Stop-Boot $script:current $_.Exception.Message\n}\n",
  ].join("");
}

function renderFacts(facts: WindowsBootFacts): string {
  const values = {
    workload: facts.workload,
    stack: facts.stack,
    tier: facts.tier,
    port: `${facts.port}`,
    healthCheckPath: facts.healthCheckPath,
    readyTimeoutSeconds: `${facts.readyTimeoutSeconds ?? defaultReadyTimeoutSeconds}`,
    logGroupName: facts.logGroupName,
    bucket: facts.bucket,
    launchHookName: facts.launchHookName ?? "",
    // Each fact exists from the start: strict mode refuses to read one that does not.
    autoScalingGroupName: "",
    ...Object.fromEntries(Object.keys(metadata).map((fact) => [fact, ""])),
  };
  const entries = Object.entries(values).map(([name, value]) => `  ${name} = ${quote(value)}\n`);
  return `$facts = @{\n${entries.join("")}}\n`;
}

import type { Format } from "./part";

/** How much of a text is looked at to tell its format. */
const head = 4096;

/** The format that a text is written in, from the name it stands under and its first lines. */
export function formatOf(name: string | undefined, text: string): Format {
  const start = text.slice(0, head);
  return byFirstLine(start) ?? (name === undefined ? undefined : byName(name)) ?? byText(start);
}

/** What the system or cloud-init goes by itself. */
function byFirstLine(start: string): Format | undefined {
  const line = /^\s*([^\n]{0,200})/.exec(start)?.[1] ?? "";
  if (line.startsWith("#!")) return byInterpreter(line);
  if (/^#(?:cloud-config|cloud-config-archive)\s*$/i.test(line)) return "cloudConfig";
  if (line.startsWith("<?xml")) return "xml";
  if (/^(?:MIME-Version|Content-Type):/i.test(line) && /^Content-Type:\s*multipart\//im.test(start))
    return "mime";
  return undefined;
}

function byInterpreter(line: string): Format {
  if (/\b(?:python|pypy)[\d.]*\b/.test(line)) return "python";
  if (/\b(?:pwsh|powershell)\b/.test(line)) return "powershell";
  return /\b(?:perl|ruby|node|lua|php|awk|expect|tclsh)\b/.test(line) ? "text" : "shell";
}

const extensions: Readonly<Record<string, Format>> = {
  sh: "shell",
  bash: "shell",
  zsh: "shell",
  profile: "shell",
  bashrc: "shell",
  ps1: "powershell",
  psm1: "powershell",
  psd1: "powershell",
  bat: "batch",
  cmd: "batch",
  py: "python",
  yaml: "yaml",
  yml: "yaml",
  json: "json",
  toml: "toml",
  ini: "ini",
  cfg: "ini",
  cnf: "ini",
  env: "dotenv",
  properties: "properties",
  service: "systemdUnit",
  timer: "systemdUnit",
  socket: "systemdUnit",
  mount: "systemdUnit",
  path: "systemdUnit",
  target: "systemdUnit",
  xml: "xml",
  config: "xml",
  csproj: "xml",
  mime: "mime",
  eml: "mime",
};

/** Files that are known by their place: https://refspecs.linuxfoundation.org/fhs.shtml, and each tool's own manual. */
const places: readonly { readonly pattern: RegExp; readonly format: Format }[] = [
  { pattern: /(?:^|[/\\])\.env(?:[.-][\w.-]{1,40})?$/, format: "dotenv" },
  { pattern: /(?:^|\/)etc\/(?:environment|sysconfig\/[^/]+|default\/[^/]+)$/, format: "dotenv" },
  {
    pattern: /\.aws\/(?:credentials|config)$|(?:^|[/\\])\.?(?:my\.cnf|pypirc|npmrc|boto|s3cfg|gitconfig)$/,
    format: "ini",
  },
  { pattern: /\.docker\/config\.json$|\.dockercfg$/, format: "json" },
  { pattern: /\.kube\/config$|kubeconfig$/i, format: "yaml" },
  { pattern: /(?:^|\/)etc\/(?:profile|cron|init\.d|rc\.local|bash\.bashrc)/, format: "shell" },
  { pattern: /systemd\/system\/[^/]+(?:\/[^/]+)?\.conf$/, format: "systemdUnit" },
];

function byName(name: string): Format | undefined {
  const place = places.find(({ pattern }) => pattern.test(name));
  if (place !== undefined) return place.format;
  const extension = /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase();
  return extension === undefined || !Object.hasOwn(extensions, extension) ? undefined : extensions[extension];
}

function byText(start: string): Format {
  const text = start.trimStart();
  if (/^<(?:unattend|configuration|[A-Za-z][\w:.-]{0,60}\s+xmlns)/.test(text)) return "xml";
  if (/^[{[]\s*(?:["{[\]}\d]|$)/.test(text)) return "json";
  // A script in a block of YAML would make it look like shell.
  if (/^(?:#[^\n]*\n\s*)*(?:---\s|[\w.-]{1,100}:(?:\s|$))/.test(text)) return "yaml";
  if (/^\s*\[(?:Unit|Service|Install|Timer|Socket|Mount)\]\s*$/m.test(start)) return "systemdUnit";
  if (/^(?:Write-(?:Host|Output)|Set-\w+|New-\w+|Import-Module|\$\w+\s*=|\$env:|param\s*\()/im.test(start))
    return "powershell";
  if (/^@?echo off\b|^\s*(?:setx?|reg|net)\s+(?:add|user|use|\w+=)/im.test(start)) return "batch";
  if (/^(?:import \w+|from [\w.]+ import |def \w+\()/m.test(start)) return "python";
  if (isShell(start)) return "shell";
  if (/^\s*\[[\w.:" -]{1,100}\]\s*$/m.test(start)) return "ini";
  return byLines(start);
}

const command =
  /^\s*(?:export|sudo|apt-get|apt|yum|dnf|echo|printf|set -|curl|wget|aws|systemctl|service|mkdir|cat|cp|mv|chmod|chown|useradd|usermod|docker|mysql|psql|if \[|for \w+ in|source|cd|pip3?|npm|git|tar|sed|ln|install|amazon-linux-extras|hostnamectl|\/\S+\/\S+ )\b/m;

function isShell(start: string): boolean {
  return command.test(start);
}

/** By what most lines are. */
function byLines(start: string): Format {
  const lines = start.split("\n").filter((line) => line.trim() !== "" && !/^\s*[#;]/.test(line));
  if (lines.length === 0) return "text";
  const most = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length * 4 >= lines.length * 3;
  if (most(/^(?:export )?[A-Za-z_]\w{0,100}=/)) return "dotenv";
  if (most(/^[\w.-]{1,100}\s{0,10}[=:]\s/) && most(/^[\w.-]{1,100}\s{0,10}=/)) return "properties";
  if (most(/^\s{0,40}(?:- |[\w."'/-]{1,100}:(?:\s|$))/)) return "yaml";
  return "text";
}

import { formatOf } from "../formatOf";
import type { Identified } from "../inside";
import type { Format } from "../part";
import { readArchive } from "./archive";
import { typeByBeginning } from "./beginnings";
import { readInclude } from "./include";
import { readJinja } from "./jinja";
import { readJsonPatch } from "./jsonPatch";
import { templateBody } from "./template";

// How cloud-init tells what a part is, and what it does with it: `handlers/__init__.py`, `user_data.py` and
// `handlers/*.py` of https://github.com/canonical/cloud-init (24.1 to 25.1, read 2026-11).

const noInterpreter = "it begins with no #!, so it cannot be run";

/** Types that cloud-init does not take for granted. */
const judgedByBeginning = ["text/plain", "text/x-not-multipart", "text/x-shellscript"];

/** How a text declared as a type is read, and whether cloud-init acts on it. */
export function identify(declared: string, text: string): Identified {
  const byBeginning = judgedByBeginning.includes(declared) ? typeByBeginning(text) : undefined;
  const type = byBeginning ?? declared;
  switch (type) {
    case "text/x-shellscript":
    case "text/x-shellscript-per-boot":
    case "text/x-shellscript-per-instance":
    case "text/x-shellscript-per-once":
      return identifyScript(text);
    case "text/cloud-boothook":
      return { format: scriptFormat(text.replace(/^\s*#cloud-boothook[^\n]*\n/i, "")) };
    case "text/cloud-config":
      return { format: "cloudConfig" };
    case "text/cloud-config-archive":
      return { format: "yaml", read: readArchive };
    case "text/cloud-config-jsonp":
      return { format: "json", read: readJsonPatch };
    case "text/jinja2":
      return { ...identifyTemplate(text), read: readJinja };
    case "text/x-include-url":
    case "text/x-include-once-url":
      return { format: "text", read: readInclude };
    case "text/part-handler":
      return { format: "python" };
    case "text/upstart-job":
      return { format: "shell", ignored: "cloud-init has no upstart jobs any more" };
    // nodeadm of Amazon EKS reads its own part: https://awslabs.github.io/amazon-eks-ami/nodeadm/
    case "application/node.eks.aws":
      return { format: "yaml" };
    case "text/plain":
    case "text/x-not-multipart":
      return { ignored: "it begins with nothing that cloud-init knows" };
    default:
      return { ignored: "cloud-init does not know its type" };
  }
}

function identifyScript(text: string): Identified {
  const format = scriptFormat(text);
  if (text.startsWith("#!")) return { format };
  if (/^\s+#!/.test(text)) return { format, ignored: "white space before its #! keeps it from being run" };
  return { format, ignored: noInterpreter };
}

function scriptFormat(text: string): Format {
  const format = formatOf(undefined, text);
  return format === "python" || format === "powershell" || /^\s*#!/.test(text) ? format : "shell";
}

function identifyTemplate(text: string): Identified {
  if (!/^## template: jinja/i.test(text.trimStart()))
    return { ignored: "a template begins with the line `## template: jinja`" };
  const body = templateBody(text);
  const type = typeByBeginning(body);
  if (type === undefined || type === "text/jinja2")
    return { ignored: "behind its jinja line it begins with nothing that cloud-init knows" };
  const { format, ignored } = identify(type, body);
  return { ...(format === undefined ? {} : { format }), ...(ignored === undefined ? {} : { ignored }) };
}

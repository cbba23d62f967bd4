/** What a text is by how it begins. cloud-init compares without regard to case, the longest first. */
const beginnings: readonly (readonly [string, string])[] = [
  ["#cloud-config-archive", "text/cloud-config-archive"],
  ["#cloud-config-jsonp", "text/cloud-config-jsonp"],
  ["## template: jinja", "text/jinja2"],
  ["#cloud-boothook", "text/cloud-boothook"],
  ["#include-once", "text/x-include-once-url"],
  ["#cloud-config", "text/cloud-config"],
  ["#part-handler", "text/part-handler"],
  ["#upstart-job", "text/upstart-job"],
  ["#include", "text/x-include-url"],
  ["#!", "text/x-shellscript"],
];

/** The type of a text that names none; undefined for one that cloud-init does not know. */
export function typeByBeginning(text: string): string | undefined {
  // Python's white space, of which a byte order mark is none.
  const start = /^[ \t\r\n\v\f]*([\s\S]{0,30})/.exec(text)?.[1]?.toLowerCase() ?? "";
  return beginnings.find(([beginning]) => start.startsWith(beginning))?.[1];
}

import type { Finding, Report, UnreadRow } from "./finding";

/** For people: grouped by file and resource, each finding with its place and what to do. */
export function renderText(report: Report): string {
  const groups = new Map<string, { findings: Finding[]; unread: UnreadRow[] }>();
  const group = ({ file, resource }: { file: string; resource?: string }) => {
    const title = resource === undefined ? file : `${file}: ${resource}`;
    const found = groups.get(title) ?? { findings: [], unread: [] };
    groups.set(title, found);
    return found;
  };
  for (const finding of report.findings) group(finding).findings.push(finding);
  for (const row of report.unread) group(row).unread.push(row);
  const lines: string[] = [];
  for (const [title, { findings, unread }] of groups) {
    lines.push(printable(title));
    for (const finding of findings) lines.push(...renderFinding(finding));
    for (const { place, reason } of unread)
      lines.push(`  not read  ${printable(place.join(" > "))}: ${reason}`);
    lines.push("");
  }
  lines.push(summary(report));
  return `${lines.join("\n")}\n`;
}

function renderFinding({ place, line, column, detector, message, remedy, fingerprint }: Finding): string[] {
  const at = line === undefined ? "" : `:${line}:${column}`;
  const mark = fingerprint === undefined ? "" : ` [${fingerprint}]`;
  return [`  ${printable(place.join(" > "))}${at}  ${detector}: ${message}${mark}`, `      ${remedy}`];
}

/** Names come from the scanned text: none may move the cursor or colour the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "?").slice(0, 1000);
}

function summary({ findings, unread, judged }: Report): string {
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  return [
    count(findings.length, "finding", "findings"),
    count(unread.length, "piece not read", "pieces not read"),
    `${count(judged, "file or resource", "files and resources")} looked at`,
  ].join(", ");
}

import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import type { Finding, Report, UnreadRow } from "./finding";

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function renderSarif(report: Report): string {
  const rules = [...new Set(report.findings.map(({ detector }) => detector))].sort();
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "bakeline-scan", rules: rules.map((id) => ruleOf(id, report.findings)) } },
        // A line and column count in the text at the place; only a file that is that text itself has them in its own.
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: report.unread.length === 0,
            toolExecutionNotifications: report.unread.map(notificationOf),
          },
        ],
        results: report.findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(id: string, findings: readonly Finding[]) {
  const first = findings.find(({ detector }) => detector === id);
  return { id, shortDescription: { text: first?.message ?? id }, help: { text: first?.remedy ?? id } };
}

function resultOf(finding: Finding, rules: readonly string[]) {
  const { detector, message, remedy, fingerprint } = finding;
  return {
    ruleId: detector,
    ruleIndex: rules.indexOf(detector),
    level: detector === "user-data-nearly-too-large" ? "warning" : "error",
    message: { text: `${sentence(finding)} ${message}; ${remedy}.` },
    locations: [locationOf(finding)],
    // By place, never by value: a digest that stayed the same from run to run could be tried.
    partialFingerprints: { "place/v1": placeDigest(finding) },
    ...(fingerprint === undefined ? {} : { properties: { sameSecretInThisRun: fingerprint } }),
  };
}

function sentence({ place, line }: Finding): string {
  return line === undefined ? place.join(" > ") : `${place.join(" > ")}, line ${line},`;
}

function locationOf(row: Finding | UnreadRow) {
  const { file, resource, place } = row;
  const isFileItself =
    resource === undefined && place.length === 1 && "line" in row && row.line !== undefined;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(isFileItself ? { region: { startLine: row.line, startColumn: row.column } } : {}),
    },
    logicalLocations: [
      {
        fullyQualifiedName: [...(resource === undefined ? [] : [resource]), ...place].join(" > "),
        kind: "member",
      },
    ],
  };
}

function notificationOf(row: UnreadRow) {
  return {
    level: "warning",
    descriptor: { id: "not-read" },
    message: { text: `${row.place.join(" > ")} was not read: ${row.reason}` },
    locations: [locationOf(row)],
  };
}

/** Relative where it was given so, with the characters escaped that a URI cannot have. */
function uriOf(file: string): string {
  if (file === "-") return "stdin";
  if (file.startsWith("/")) return pathToFileURL(file).href;
  return file.split("/").map(encodeURIComponent).join("/");
}

function placeDigest({ file, resource, place, line, detector }: Finding): string {
  const key = JSON.stringify([file, resource ?? "", place, line ?? 0, detector]);
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}

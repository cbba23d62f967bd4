import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import * as z from "zod";
import { type Scanner, sightings } from "./scanner";

/** Runs a command; what it writes to stderr is its own business. */
function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): string {
  return execFileSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 256 * 1024 * 1024,
  });
}

const gitleaksReport = z.array(z.object({ File: z.string(), StartLine: z.number(), EndLine: z.number() }));

const gitleaks: Scanner = {
  name: "gitleaks",
  from: "Go module github.com/zricethezav/gitleaks/v8 8.30.1",
  install(folder) {
    run("go", ["install", "github.com/zricethezav/gitleaks/v8@v8.30.1"], folder, {
      GOBIN: path.join(folder, "bin"),
    });
  },
  scan(folder, samples) {
    const report = path.join(folder, "gitleaks.json");
    const options = ["--report-format", "json", "--report-path", report, "--exit-code", "0", "--no-banner"];
    run(path.join(folder, "bin/gitleaks"), ["dir", ".", ...options], samples);
    const findings = gitleaksReport.parse(JSON.parse(readFileSync(report, "utf8")));
    return sightings(
      findings.map(({ File, StartLine, EndLine }) => [path.basename(File), StartLine, EndLine]),
    );
  },
};

const detectSecretsReport = z.object({
  results: z.record(z.string(), z.array(z.object({ line_number: z.number() }))),
});

const detectSecrets: Scanner = {
  name: "detect-secrets",
  from: "PyPI detect-secrets 1.5.0",
  install(folder) {
    run("python3", ["-m", "venv", "."], folder);
    run("bin/pip", ["install", "--quiet", "detect-secrets==1.5.0"], folder);
  },
  scan(folder, samples) {
    const output = run(
      path.join(folder, "bin/detect-secrets"),
      ["scan", "--all-files", "--no-verify", "."],
      samples,
    );
    const { results } = detectSecretsReport.parse(JSON.parse(output));
    return sightings(
      Object.entries(results).flatMap(([file, findings]) =>
        findings.map(({ line_number }) => [path.basename(file), line_number, line_number] as const),
      ),
    );
  },
};

const trufflehogReport = z.array(z.object({ path: z.string(), line: z.coerce.number() }));

const trufflehog: Scanner = {
  name: "trufflehog3",
  from: "PyPI trufflehog3 3.0.10, which took up TruffleHog 2; TruffleHog 3 itself is in no registry that was asked",
  install(folder) {
    run("python3", ["-m", "venv", "."], folder);
    run("bin/pip", ["install", "--quiet", "trufflehog3==3.0.10"], folder);
  },
  scan(folder, samples) {
    const report = path.join(folder, "report.json");
    run(
      path.join(folder, "bin/trufflehog3"),
      ["-z", "--no-history", "-f", "JSON", "-o", report, samples],
      folder,
    );
    const findings = trufflehogReport.parse(JSON.parse(readFileSync(report, "utf8")));
    return sightings(findings.map(({ path: file, line }) => [path.basename(file), line, line]));
  },
};

const position = z.object({ line: z.number() });
const secretlintReport = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(z.object({ loc: z.object({ start: position, end: position }) })),
  }),
);

const secretlint: Scanner = {
  name: "secretlint",
  from: "npm secretlint 12.0.0 with its recommended preset",
  install(folder) {
    writeFileSync(path.join(folder, "package.json"), "{}");
    const packages = ["secretlint@12.0.0", "@secretlint/secretlint-rule-preset-recommend@12.0.0"];
    run("npm", ["install", "--no-audit", "--no-fund", ...packages], folder);
    const config = { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend" }] };
    writeFileSync(path.join(folder, ".secretlintrc.json"), JSON.stringify(config));
  },
  scan(folder, samples) {
    const report = path.join(folder, "report.json");
    const options = ["--secretlintrc", ".secretlintrc.json", "--format", "json", "--output", report];
    try {
      run("node_modules/.bin/secretlint", [...options, `${samples}/*`], folder);
    } catch {
      // It ends with 1 where it finds something; without a report, reading it fails.
    }
    const files = secretlintReport.parse(JSON.parse(readFileSync(report, "utf8")));
    return sightings(
      files.flatMap(({ filePath, messages }) =>
        messages.map(({ loc }) => [path.basename(filePath), loc.start.line, loc.end.line] as const),
      ),
    );
  },
};

export const scanners: readonly Scanner[] = [gitleaks, detectSecrets, trufflehog, secretlint];

/** A scanner's own folder, installed on the first run. @throws where it cannot be had */
export function ready(scanner: Scanner, root: string): string {
  const folder = path.join(root, scanner.name);
  const mark = path.join(folder, "installed");
  if (existsSync(mark)) return folder;
  mkdirSync(folder, { recursive: true });
  process.stderr.write(`installing ${scanner.from} …\n`);
  scanner.install(folder);
  writeFileSync(mark, scanner.from);
  return folder;
}

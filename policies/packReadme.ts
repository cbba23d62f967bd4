import type { Pack } from "./pack";
import type { Rule } from "./rule";

/** README.md of a pack's folder, and so of its tarball: how to use it in any program, and what is in it. */
export function renderPackReadme({ name, description, rules }: Pack): string {
  return `<!-- Generated from the rules by \`npm run docs:rules\`. -->

# @bakeline/policy-${name}

${description} A policy pack for any Pulumi program on AWS; ${rules.length} rules.

    npm install --save-dev bakeline-policy-${name}-<version>.tgz
    pulumi preview --policy-pack node_modules/@bakeline/policy-${name}

The tarball is what \`npm pack\` makes in \`policies/${name}\` of Bakeline.

## Settings

All of them are in the stack file of the program; the engine hands it to the pack. \`--policy-pack-config\` works too,
and wins over a level that the stack file gives.

\`\`\`yaml
config:
  bakeline:environment: prod # what has stricter rules; without it the stack's name tells, and else it is prod
  bakeline:policies:
    ${name}: mandatory # or advisory, or remediate: repair what has one safe repair, and say so
    rules:
      ${rules[0]?.id ?? ""}: advisory
    undecided: advisory # mandatory: a preview fails where a value is known only to the update
  bakeline:exemptions:
    - rule: ${name}/${rules[0]?.id ?? ""}
      resource: web # a name, or the URN where several resources have it
      reason: Why the rule does not hold here.
      owner: team-web
      expires: 2026-12-31 # at most a year ahead
\`\`\`

An exemption is listed in every report. One that has expired, that nothing needs, or that is too wide is a violation.

## Rules

| rule | severity | AWS FSBP | CIS v3.0.0 | a safe repair |
| --- | --- | --- | --- | --- |
${rules.map(renderRow).join("\n")}
`;
}

function renderRow({ id, severity, fsbp = "", cis = "", repair }: Rule): string {
  return `| ${id} | ${severity} | ${fsbp} | ${cis} | ${repair === undefined ? "" : `\`${repair.path.join(".")}\``} |`;
}

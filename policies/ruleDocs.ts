import type { Pack } from "./pack";
import type { Example, Rule } from "./rule";

/** The pages of docs/rules, by file name. */
export function renderRuleDocs(packs: readonly Pack[]): ReadonlyMap<string, string> {
  const pages = packs.flatMap((pack) =>
    pack.rules.map((rule): [string, string] => [`${rule.id}.md`, renderRule(rule, pack)]),
  );
  return new Map([["README.md", renderIndex(packs)], ...pages]);
}

const generated = "<!-- Generated from the rules by `npm run docs:rules`. -->";

function renderIndex(packs: readonly Pack[]): string {
  const sections = packs.map((pack) => {
    const rules = pack.rules.map(({ id, severity, title }) => `- [${id}](${id}.md) (${severity}): ${title}`);
    return `## ${pack.name}\n\n${pack.description}\n\n${rules.join("\n")}`;
  });
  return `${generated}\n\n# Rules\n\n${verdicts}\n\n${sections.join("\n\n")}\n`;
}

const verdicts = `A rule reads the inputs of a resource, as the provider has checked them, and some rules those of others beside it. It ends in one of five ways:

- **nothing to say**: the resource complies;
- **a violation**, at the level that the stack chose for the pack (\`bakeline:policies\`; mandatory unless it says
  otherwise): where, what was expected, what was found, what to do. Found text is quoted only where it is one of the
  few words that the rule knows; a secret is judged like any other value and never shown;
- **could not be decided: … is computed from …, not known before the update**: the rule met a value that only the
  update will bring. \`undecided\` in \`bakeline:policies\` says what a preview makes of it: advisory, unless it says
  mandatory; then \`npm run preview\` ends with 2 (not judged). During \`up\` the value is there and the rule decides;
- **exempted: …**: it would be a violation, but the stack file has an exemption (\`bakeline:exemptions\`), which is
  shown with its owner, reason and last day. One that has expired, is of no use or too wide is a violation itself;
- **rule failed: …**: the rule threw, and has judged nothing. Always mandatory, also in an advisory pack.`;

function renderRule(rule: Rule, pack: Pack): string {
  const facts = [
    `pack \`${pack.name}\``,
    `severity ${rule.severity}`,
    `applies to ${rule.types.map((type) => `\`${type}\``).join(", ")}`,
    ...(rule.fsbp === undefined ? [] : [`AWS Foundational Security Best Practices ${rule.fsbp}`]),
    ...(rule.cis === undefined ? [] : [`CIS AWS Foundations Benchmark v3.0.0 ${rule.cis}`]),
    ...(rule.repair === undefined ? [] : [`repaired at the level \`remediate\``]),
  ];
  return `${generated}

# ${rule.id}

${rule.title}

${facts.join(" · ")}

**What to do:** ${rule.remedy}

## Fails

${rule.examples.fail.map((example) => `${renderExample(example)}\n\n${example.finds.map((found) => `> ${found}`).join("\n>\n")}`).join("\n\n")}

## Passes

${rule.examples.pass.map(renderExample).join("\n\n")}

## References

${rule.references.map(({ title, url }) => `- [${title}](${url})`).join("\n")}
`;
}

function renderExample({ name, properties }: Example): string {
  return `A resource that ${name}:\n\n\`\`\`json\n${JSON.stringify(properties, undefined, 2)}\n\`\`\``;
}

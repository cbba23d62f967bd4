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

const verdicts = `A rule reads the inputs of one type of resource, as the provider has checked them. It ends in one of four ways:

- **nothing to say**: the resource complies;
- **a violation**, at the level that the stack chose for the pack (\`bakeline:policies\`; mandatory unless it says
  otherwise): where, what was expected, what was found, what to do. Found text is quoted only where it is one of the
  few words that the rule knows; a secret is judged like any other value and never shown;
- **could not be decided: … is not known before the update**: the rule met a value that only the update will bring.
  To the engine it is advisory in a preview, but where the pack is mandatory \`npm run preview\` ends with 2 (not
  judged). During \`up\` the value is there and the rule decides;
- **rule failed: …**: the rule threw, and has judged nothing. Always mandatory, also in an advisory pack.`;

function renderRule(rule: Rule, pack: Pack): string {
  const facts = [
    `pack \`${pack.name}\``,
    `severity ${rule.severity}`,
    `applies to ${rule.types.map((type) => `\`${type}\``).join(", ")}`,
    ...(rule.fsbp === undefined ? [] : [`AWS Foundational Security Best Practices ${rule.fsbp}`]),
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

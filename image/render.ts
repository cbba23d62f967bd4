import type { Changes, Difference, HistoryRow } from "./difference";

export function renderDifference({ image, from, to, parent, steps, packages, files }: Difference): string {
  const lines = [
    ...(parent === undefined ? [] : [`  built on  ${parent.from} -> ${parent.to}`]),
    ...renderChanges("step", steps),
    ...renderChanges("package", packages),
    ...renderChanges("file", files),
  ];
  return [`${image} ${from} -> ${to}`, ...(lines.length > 0 ? lines : ["  nothing that a step names"])].join(
    "\n",
  );
}

function renderChanges(kind: string, { added, removed, changed }: Changes): string[] {
  const line = (sign: string) => (name: string) => `  ${sign} ${kind.padEnd(8)}${name}`;
  return [...added.map(line("+")), ...removed.map(line("-")), ...changed.map(line("~"))];
}

export function renderHistory(history: readonly HistoryRow[]): string {
  if (history.length === 0) return "no revision yet: npm run image -- record";
  return history
    .map(({ image, version, parent, commit }) => {
      const by =
        commit === undefined
          ? "not committed"
          : `${commit.hash.slice(0, 12)} ${commit.date} ${commit.author}: ${commit.subject}`;
      return `${image} ${version}  on ${parent}\n  ${by}`;
    })
    .join("\n");
}

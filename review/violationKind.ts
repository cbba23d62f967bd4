import { exemptedPrefix, failedPrefix, undecidedPrefix } from "../policies/verdictText";

/** What a rule said: not all that the engine calls a violation is one. */
export type ViolationKind = "violation" | "undecided" | "failed" | "exempted";

const prefixes = { undecided: undecidedPrefix, failed: failedPrefix, exempted: exemptedPrefix } as const;

export function kindOf({ message }: { readonly message: string }): ViolationKind {
  // The engine puts the rule's description before what the rule says, on a line of its own.
  const says = (prefix: string) => message.split("\n").some((line) => line.startsWith(prefix));
  if (says(prefixes.failed)) return "failed";
  if (says(prefixes.undecided)) return "undecided";
  return says(prefixes.exempted) ? "exempted" : "violation";
}

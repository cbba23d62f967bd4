import { bytesOf } from "../anchors/bytesOf";
import type { Candidate, PartFacts } from "./candidate";
import { CommandScan, toolsByName } from "./commands/findInCommands";
import type { Tool } from "./commands/tools";
import { marksOfRules } from "./detectors/secretlint";
import { PrefixTable } from "./prefixTable";
import { type CompiledToken, TokenScan, tokenFormats } from "./tokens/findTokens";

type Entry =
  | { readonly kind: "token"; readonly token: CompiledToken }
  | { readonly kind: "tool"; readonly tools: readonly Tool[] }
  | { readonly kind: "mark" };

const table = new PrefixTable<Entry>();
for (const token of tokenFormats) table.add(token.prefix, false, { kind: "token", token });
for (const [name, tools] of toolsByName) table.add(name, true, { kind: "tool", tools });
for (const mark of marksOfRules) table.add(mark, false, { kind: "mark" });

/** What is known by how its words begin. */
export interface Words {
  readonly tokens: readonly Candidate[];
  readonly commands: readonly Candidate[];
  /** Those words that secretlint's rules need. */
  readonly marks: ReadonlySet<string>;
}

/** One pass for vendors' tokens, for commands, and for whether secretlint's rules have anything to look at. */
export function scanWords(text: string, part: PartFacts, bytes = bytesOf(text)): Words {
  const tokens = new TokenScan(text);
  const commands = new CommandScan(text, part);
  const marks = new Set<string>();
  table.each(text, bytes, (at, prefix, entry) => {
    switch (entry.kind) {
      case "token":
        return tokens.meet(at, entry.token);
      case "tool":
        return commands.meet(at, prefix, entry.tools);
      case "mark":
        marks.add(prefix);
        return;
      default:
        return entry satisfies never;
    }
  });
  return { tokens: tokens.found, commands: commands.found, marks };
}

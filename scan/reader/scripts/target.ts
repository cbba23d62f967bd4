const word = String.raw`(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s"'&;|<>()-][^\s"'&;|<>()]{0,300}))`;

/** What names the file, the first that does: a redirection, `tee`, PowerShell's cmdlets, `dd`. */
const patterns = [
  String.raw`(?:^|[\s"')])1?>{1,2}\|?\s{0,5}${word}`,
  String.raw`\btee(?:\s+(?:-a|--append))?\s+${word}`,
  String.raw`(?:Out-File|Set-Content|Add-Content)\s+(?:-(?:FilePath|Path|LiteralPath)\s+)?${word}`,
  String.raw`-(?:FilePath|Path|LiteralPath)\s+${word}`,
  String.raw`\bof=${word}`,
].map((pattern) => new RegExp(pattern, "gi"));

/** The file that a line of a script writes to. Lines come bounded from the callers. */
export function targetOf(line: string): string | undefined {
  for (const pattern of patterns)
    for (const [, double, single, bare] of line.matchAll(pattern)) {
      const target = double ?? single ?? bare;
      if (target !== undefined && target !== "/dev/null") return target;
    }
  return undefined;
}

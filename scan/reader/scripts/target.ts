/**
 * The file that a line of a script writes to: `> file`, `tee file`, `of=file`, `Out-File file`.
 * Lines come bounded from the callers.
 */
export function targetOf(line: string): string | undefined {
  const found =
    /(?:^|[^<>&0-9-])>{1,2}\|?\s{0,5}(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s"'&;|<>()]{1,300}))/.exec(
      line,
    ) ??
    /\btee(?:\s+(?:-a|--append))?\s+(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s"'&;|<>()-][^\s"'&;|<>()]{0,300}))/.exec(
      line,
    ) ??
    /(?:Out-File|Set-Content|Add-Content)\s+(?:-(?:FilePath|Path|LiteralPath)\s+)?(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s"'-][^\s"']{0,300}))/i.exec(
      line,
    ) ??
    /-(?:FilePath|Path|LiteralPath)\s+(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s"'-][^\s"']{0,300}))/i.exec(
      line,
    ) ??
    /\bof=(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|([^\s"';|&]{1,300}))/.exec(line);
  const target = found?.[1] ?? found?.[2] ?? found?.[3];
  return target === "/dev/null" ? undefined : target;
}

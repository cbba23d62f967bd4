/**
 * Feeds text to a command's standard input, as it stands: the delimiter is quoted, so nothing in the text expands,
 * and is no line of the text. The text arrives with a newline at its end.
 */
export function heredoc(command: string, text: string): string {
  const lines = new Set(text.split("\n"));
  let delimiter = "END";
  for (let number = 2; lines.has(delimiter); number++) delimiter = `END${number}`;
  return `${command} <<'${delimiter}'\n${text}${text.endsWith("\n") ? "" : "\n"}${delimiter}\n`;
}

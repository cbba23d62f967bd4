import type { FormatReader } from "../inside";

/** The variables of a unit's `Environment=`, each under its name: https://www.freedesktop.org/software/systemd/man/systemd.exec.html */
export const readUnit: FormatReader = (text, inside) => {
  if (!text.includes("Environment=")) return;
  for (const [, assignments] of text.matchAll(/^[ \t]{0,40}Environment=([^\n]{1,8000})/gm)) {
    for (const [, quoted, single, bare] of (assignments ?? "").matchAll(
      /"((?:[^"\\]|\\.){1,4000})"|'([^']{1,4000})'|(\S{1,4000})/g,
    )) {
      const assignment = quoted ?? single ?? bare ?? "";
      const at = assignment.indexOf("=");
      if (at < 1) continue;
      const name = assignment.slice(0, at);
      inside.text({ place: `Environment ${name}`, name, format: "value" }, assignment.slice(at + 1));
    }
  }
};

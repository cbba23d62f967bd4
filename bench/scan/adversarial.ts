import { gzipSync } from "node:zlib";

/**
 * Inputs made to be slow, each of about `size` characters: what a reader or a detector could look at again and again,
 * or nest without end.
 */
export const adversarial: Readonly<Record<string, (size: number) => string>> = {
  "heredocs that nothing ends": (size) => script("cat <<A > /f\n", size),
  "heredocs in heredocs": (size) => nested((i) => `cat <<E${i}\n`, size),
  "one line of heredoc openers": (size) => script("cat <<A ", size),
  "echoes without an end": (size) => script('echo "', size),
  "echoes into files": (size) => script('echo "A=b" > /f\n', size),
  backslashes: (size) => script('echo "\\', size),
  "base64 words": (size) => script("cGFzc3dvcmQ ", size),
  "base64 words that decode": (size) => script("echo c2VjcmV0IHRleHQgaGVyZQ== | base64 -d\n", size),
  "one base64 run": (size) => script("QUJD", size),
  "base64 lines": (size) => script(`${"QUJD".repeat(19)}\n`, size),
  "noise that looks like base64": (size) => noise(size),
  "MIME boundaries": (size) => mime("--b\n", size),
  "MIME parts": (size) => mime("--b\nContent-Type: text/plain\n\nx\n", size),
  "MIME in MIME": (size) =>
    `MIME-Version: 1.0\n${nested((i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`, size)}`,
  "one header without an end": (size) => `MIME-Version: 1.0\n${fill("X: y\n z\n", size)}`,
  "header parameters": (size) => `MIME-Version: 1.0\nContent-Type: multipart/mixed${fill("; a=b", size)}\n\n`,
  "cloud-config of one line each": (size) => `#cloud-config\n${lines((i) => `k${i}: value ${i}\n`, size)}`,
  "cloud-config commands": (size) => `#cloud-config\nruncmd:\n${fill("  - echo hi\n", size)}`,
  "cloud-config files": (size) =>
    `#cloud-config\nwrite_files:\n${fill("  - path: /f\n    content: A=b\n", size)}`,
  "flow sequences": (size) => `#cloud-config\na: ${fill("[", size)}`,
  "aliases of aliases": (size) =>
    `#cloud-config\n${lines((i) => `a${i}: &a${i} [*a${i - 1},*a${i - 1}]\n`, size)}`,
  "quoted scalars": (size) => `#cloud-config\na: "${fill("\\n", size)}"`,
  "jinja braces": (size) => `## template: jinja\n#cloud-config\n${fill("{{ a ", size)}`,
  "JSON arrays": (size) => fill("[", size),
  "JSON strings": (size) => `[${fill('"a\\nb",', size)}"x"]`,
  "XML tags": (size) => `<?xml version="1.0"?>\n${fill("<a>", size)}`,
  "XML leaves": (size) => `<?xml version="1.0"?>\n${fill("<a>b</a>", size)}`,
  "XML attributes": (size) => `<?xml version="1.0"?>\n<a ${fill("b ", size)}`,
  "PowerShell here-strings": (size) => `<powershell>\n${fill('$x = @"\na\n', size)}</powershell>`,
  "PowerShell tags": (size) => fill("<powershell>", size),
  "data URLs": (size) => script("data:,%41%41%41%41%41 ", size),
  "joined lines": (size) => script("curl \\\n", size),
  "metadata calls": (size) => script("curl http://169.254.169.254/latest/meta-data/\n", size),
  suppressions: (size) => script("# gitleaks:allow\n", size),
  "credential calls": (size) => script("X=$(aws sts assume-role) ; echo $X\n", size),
  spaces: (size) => script(" ", size),
  newlines: (size) => script("\n", size),
  quotes: (size) => script("'\"", size),
  "dollar braces": (size) => script("${", size),
  assignments: (size) => script("password=", size),
  "colons and at signs": (size) => script("a://b:c@", size),
  dashes: (size) => script("-----BEGIN ", size),
  "hex to decode": (size) => script("echo 6869686968696869 | xxd -r -p\n", size),
};

/** The largest gzip that user data can be: 16 KiB that inflate a thousandfold. */
export function bomb(size: number): Buffer {
  return gzipSync(Buffer.alloc(size, "#!/bin/sh\n"), { level: 9 });
}

function script(piece: string, size: number): string {
  return `#!/bin/bash\n${fill(piece, size)}`;
}

function fill(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length));
}

function lines(line: (i: number) => string, size: number): string {
  const all: string[] = [];
  for (let length = 0, i = 0; length < size; i++) {
    const next = line(i);
    all.push(next);
    length += next.length;
  }
  return all.join("");
}

function nested(open: (i: number) => string, size: number): string {
  return lines(open, size);
}

function mime(piece: string, size: number): string {
  return `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${fill(piece, size)}--b--\n`;
}

/** From a fixed seed, so that runs can be compared. */
function noise(size: number): string {
  const bytes = Buffer.alloc(Math.ceil((size * 3) / 4));
  let state = 0x2545f491;
  for (let i = 0; i < bytes.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = state & 0xff;
  }
  return `#!/bin/bash\n${bytes.toString("base64")}`;
}

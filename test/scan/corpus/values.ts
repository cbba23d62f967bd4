import { createHash } from "node:crypto";
import { seededRandom } from "../../faults/seededRandom";

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "0123456789";
const alnum = lower + upper + digits;
const hexDigits = "0123456789abcdef";
const base64 = `${alnum}+/`;
const url64 = `${alnum}_-`;

/** Draws of values, the same for the same seed: nothing that looks like a secret stands in a file. */
export function drawer(seed: number): (kind: string) => string {
  const random = seededRandom(seed);
  const of = (characters: string, length: number) =>
    Array.from({ length }, () => characters[Math.floor(random() * characters.length)]).join("");
  const one = (choices: readonly string[]) => choices[Math.floor(random() * choices.length)] ?? "";
  const word = () =>
    one([
      "Harbor",
      "Falcon",
      "Copper",
      "Meadow",
      "Winter",
      "Granite",
      "Saffron",
      "Orbit",
      "Tundra",
      "Velvet",
    ]);
  const b64 = (text: string) => Buffer.from(text).toString("base64");
  const json = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const lines = (text: string, width = 64) => text.replace(new RegExp(`(.{${width}})`, "g"), "$1\n");
  const key = (label: string, size: number) =>
    `${"-".repeat(5)}BEGIN ${label}${"-".repeat(5)}\n${lines(`MII${of(base64, size)}`)}\n${"-".repeat(5)}END ${label}${"-".repeat(5)}`;
  const kinds: Record<string, () => string> = {
    // What people choose.
    pw: () =>
      `${of(lower, 1)}${of(upper, 1)}${of(alnum, 9)}${of(digits, 1)}${one(["!", "#", "%", "-", "_", "+"])}${of(alnum, 3)}`,
    plainpw: () => `${of(upper, 1)}${of(lower, 3)}${of(alnum, 8)}${of(digits, 2)}`,
    weak: () => `${word()}${one(["2023", "2024", "2025", "99", "77"])}${one(["!", "#1", "@", "!!"])}`,
    weakplain: () => `${word().toLowerCase()}${word()}${of(digits, 3)}`,
    // With characters that mean something where they stand.
    spilt: () => `xK9#mP2$v${of(alnum, 8)}`,
    hashed: () => `xK9#${of(alnum, 10)}`,
    dollared: () => `mk$${of(alnum, 10)}7`,
    quoting: () => `a\\"${of(alnum, 10)}\\$x`,
    percent: () => `p%40${of(alnum, 10)}%21`,
    // What machines make.
    alnum20: () => of(alnum, 20),
    alnum24: () => of(alnum, 24),
    alnum32: () => of(alnum, 32),
    alnum36: () => of(alnum, 36),
    alnum40: () => of(alnum, 40),
    alnum48: () => of(alnum, 48),
    hex32: () => of(hexDigits, 32),
    hex40: () => of(hexDigits, 40),
    hex64: () => of(hexDigits, 64),
    url43: () => of(url64, 43),
    url64: () => of(url64, 64),
    b64of32: () => `${of(base64, 42)}E=`,
    uuid: () => [8, 4, 4, 4, 12].map((length) => of(hexDigits, length)).join("-"),
    awsid: () => `AK${"IA"}${of(`${upper}234567`, 16)}`,
    awssecret: () => of(base64, 40),
    github: () => `gh${"p_"}${of(alnum, 36)}`,
    githubfine: () => `github_${"pat_"}${of(alnum, 22)}_${of(alnum, 59)}`,
    gitlab: () => `gl${"pat-"}${of(url64, 20)}`,
    slackbot: () => `xo${"xb-"}${of(digits, 12)}-${of(digits, 12)}-${of(alnum, 24)}`,
    slackhook: () =>
      `https://hooks.${"slack.com"}/services/T${of(upper + digits, 8)}/B${of(upper + digits, 10)}/${of(alnum, 24)}`,
    stripe: () => `sk_${"live_"}${of(alnum, 24)}`,
    sendgrid: () => `S${"G."}${of(url64, 22)}.${of(url64, 43)}`,
    google: () => `AI${"za"}${of(url64, 35)}`,
    gocspx: () => `GOC${"SPX-"}${of(url64, 28)}`,
    npm: () => `npm${"_"}${of(alnum, 36)}`,
    pypi: () => `pypi-${"AgEIcHlwaS5vcmc"}${of(url64, 140)}`,
    dop: () => `dop${"_v1_"}${of(hexDigits, 64)}`,
    vault: () => `hv${"s."}${of(url64, 90)}`,
    tfc: () => `${of(alnum, 14)}.${"atlasv1"}.${of(url64, 67)}`,
    anthropic: () => `sk-${"ant-api03-"}${of(url64, 93)}AA`,
    openai: () => `sk-${"proj-"}${of(url64, 120)}`,
    hf: () => `hf${"_"}${of(alnum, 34)}`,
    databricks: () => `da${"pi"}${of(hexDigits, 32)}`,
    grafana: () => `gl${"sa_"}${of(alnum, 32)}_${of(hexDigits, 8)}`,
    nrak: () => `NR${"AK-"}${of(upper + digits, 27)}`,
    shopify: () => `shp${"at_"}${of(hexDigits, 32)}`,
    telegram: () => `${of("123456789", 10)}:${"AA"}${of(url64, 33)}`,
    dckr: () => `dckr${"_pat_"}${of(url64, 27)}`,
    azureclient: () => `${of(alnum, 3)}8${"Q~"}${of(alnum, 34)}`,
    azurekey: () => `${of(base64, 86)}==`,
    age: () => `AGE-SECRET${"-KEY-1"}${of("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58)}`,
    tailscale: () => `tskey-${"auth-"}k${of(alnum, 11)}CNTRL-${of(alnum, 32)}`,
    pulumi: () => `pu${"l-"}${of(hexDigits, 40)}`,
    bootstrap: () => `${of(lower + digits, 6)}.${of(lower + digits, 16)}`,
    jwt: () =>
      `${json({ alg: "HS256", typ: "JWT" })}.${json({ sub: of(digits, 9), role: "writer", iat: 1700000000 })}.${of(url64, 43)}`,
    sha512crypt: () => `$6${"$"}${of(`${alnum}./`, 12)}$${of(`${alnum}./`, 86)}`,
    yescrypt: () => `$y$j9T${"$"}${of(`${alnum}./`, 22)}$${of(`${alnum}./`, 43)}`,
    bcrypt: () => `$2b$12${"$"}${of(`${alnum}./`, 53)}`,
    apr1: () => `$apr1${"$"}${of(alnum, 8)}$${of(`${alnum}./`, 22)}`,
    rsakey: () => key(`RSA ${"PRIVATE"} KEY`, 1580),
    pkcs8: () => key(`${"PRIVATE"} KEY`, 1600),
    encrypted: () => key(`ENCRYPTED ${"PRIVATE"} KEY`, 1700),
    ecline: () => key(`EC ${"PRIVATE"} KEY`, 160).replaceAll("\n", "\\n"),
    sshkey: () => key(`OPENSSH ${"PRIVATE"} KEY`, 340),
    basic: () => b64(`svc-${of(lower, 4)}:${of(alnum, 14)}`),
    // What only looks like it.
    publicssh: () => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${of(base64, 43)}`,
    certificate: () => key("CERTIFICATE", 1200),
    publickey: () => key("PUBLIC KEY", 390),
    sha256: () => createHash("sha256").update(of(alnum, 20)).digest("hex"),
    sha1: () => createHash("sha1").update(of(alnum, 20)).digest("hex"),
    md5: () => createHash("md5").update(of(alnum, 20)).digest("hex"),
    sri: () => `sha512-${createHash("sha512").update(of(alnum, 20)).digest("base64")}`,
    sshfp: () => `SHA256:${of(base64, 43)}`,
    ami: () => `ami-0${of(hexDigits, 16)}`,
    account: () => of("123456789", 12),
    b64text: () =>
      b64(`# ${word()} configuration\nlisten 8080\nworkers ${of("123456789", 1)}\nlog /var/log/app.log\n`),
    word: () => word().toLowerCase(),
  };
  return (kind) => {
    const draw = kinds[kind];
    if (draw === undefined) throw new Error(`no such kind of value: ${kind}`);
    return draw();
  };
}

import { deflateSync, gzipSync } from "node:zlib";
import type { Random } from "./random";

/** Pieces of every format that is read, from which inputs grow; each is small, so that a million can be tried. */
const seeds: readonly string[] = [
  "#!/bin/bash\nset -x\nexport A=b\n",
  "cat > /etc/a.env <<EOF\nA=b\nPASSWORD=hunter2\nEOF\n",
  'cat <<-\'X\' | sudo tee /x.json\n\t{"a": "b\\nc"}\n\tX\n',
  'echo "A=b\\nC=d" >> /etc/environment\n',
  "echo aGVsbG8gd29ybGQgYWdhaW4= | base64 -d | sh\n",
  "echo 68656c6c6f20776f726c64 | xxd -r -p > /x\n",
  'curl -H "X-aws-ec2-metadata-token: $T" http://169.254.169.254/latest/meta-data/iam/security-credentials/x\n',
  "MD=http://169.254.169.254/latest\ncurl $MD/user-data \\\n | tee /x\n",
  "P=$(aws ssm get-parameter --with-decryption --name x)\necho $P # gitleaks:allow\n",
  "mysql -u root -phunter2 -h db.example.com\ncurl -u user:hunter2 https://u:p@example.com/\n",
  "#cloud-config\nwrite_files:\n- path: /a\n  encoding: b64\n  content: QT1iCkM9ZAo=\nruncmd:\n- [sh, -c, 'x']\n- y\n",
  '#cloud-config\nusers:\n- name: a\n  passwd: $6$abc$def\nchpasswd: {list: "a:b\\nc:d"}\n',
  "#cloud-config-archive\n- |\n  #!/bin/sh\n- type: text/cloud-config\n  content: 'a: b'\n",
  "## template: jinja\n#cloud-config\nruncmd:\n- echo {{ v1.x }}\n{% if a %}\n",
  "#include https://example.com/a\n#include-once\nhttps://example.com/b\n",
  "#cloud-boothook\necho hi\n",
  "#part-handler\ndef list_types():\n  return ['text/x']\n",
  '#cloud-config-jsonp\n[{"op":"add","path":"/a","value":"b"}]',
  "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"==b==\"\n\n--==b==\nContent-Type: text/x-shellscript\nContent-Transfer-Encoding: base64\n\nIyEvYmluL3NoCg==\n--==b==\nContent-Type: text/cloud-config\nContent-Disposition: attachment; filename*=utf-8''a.cfg\n\n#cloud-config\na: b\n--==b==--\n",
  "Content-Type: multipart/mixed; boundary=in\n\n--in\nContent-Transfer-Encoding: quoted-printable\n\n=23!/bin/sh=0Aecho =\nhi\n--in--\n",
  '<powershell>\n$x = @"\nA=b\n"@ | Out-File C:\\a.env\npowershell -enc VwByAGkAdABlAC0ASABvAHMAdAA=\n</powershell>\n<script>\necho hi\n</script>\n',
  "version: 1.1\ntasks:\n- task: executeScript\n  inputs:\n  - type: powershell\n    content: |-\n      Write-Host hi\n",
  '{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"/a","contents":{"source":"data:,A%3Db"}}]},"systemd":{"units":[{"name":"x.service","contents":"[Service]\\nEnvironment=A=b\\n"}]}}',
  '{"schemaVersion":"2.2","mainSteps":[{"action":"aws:runShellScript","inputs":{"runCommand":["echo hi","x"]}}]}',
  "name: x\nschemaVersion: 1.0\nphases:\n- name: build\n  steps:\n  - action: ExecuteBash\n    inputs: {commands: [echo hi]}\n  - action: CreateFile\n    inputs: [{path: /a, content: b}]\n",
  "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Metadata: {AWS::CloudFormation::Init: {c: {files: {/a: {content: !Sub 'x'}}}}}\n    Properties:\n      UserData: !Base64\n        Fn::Join: ['', ['#!/bin/sh', !Ref B]]\n",
  '[{"name":"a","image":"b","command":["c"],"environment":[{"name":"D","value":"e"}]}]',
  "apiVersion: v1\nkind: Secret\ndata: {a: aGk=}\nstringData: {b: c}\n",
  '[Unit]\nDescription=x\n[Service]\nEnvironment="A=b c" D=e\nExecStart=/bin/x\n',
  '<?xml version="1.0"?>\n<unattend><Password><Value>aABpAA==</Value></Password><a><![CDATA[b]]></a></unattend>',
  "[default]\naws_access_key_id = x\naws_secret_access_key = y\n",
  "A=b\nC='d e'\nF=\"g\\nh\"\n",
  "a: &a [x, *a]\nb: {<<: *a, c: !!binary aGk=}\nd: !GetAtt e.f\n? g\n: h\n",
  "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----\n",
  "postgres://user:hunter2@db.example.com:5432/app?sslmode=require\n",
  '[settings.host-containers.admin]\nuser-data = "eyJhIjoiYiJ9"\n',
];

/** What readers look for: put where it does not belong. */
const tokens: readonly string[] = [
  "<<EOF",
  "<<-'",
  "EOF\n",
  "\n",
  "\r\n",
  "\0",
  "\t",
  "\\",
  "\\\n",
  '"',
  "'",
  "`",
  "$(",
  "${",
  "}",
  "{{",
  "}}",
  "{%",
  "[",
  "]",
  "{",
  '@"\n',
  '\n"@',
  "<powershell>",
  "</powershell>",
  "<a>",
  "</a>",
  "<![CDATA[",
  "]]>",
  "&#x110000;",
  "--==b==",
  "--==b==--",
  "--",
  "==",
  "Content-Type: ",
  "; boundary=",
  "boundary*0*=utf-8''a",
  "base64 -d ",
  "b64decode(",
  "aGVsbG8=",
  "H4sI",
  "data:,%41%",
  "=3D=",
  "=\n",
  "#cloud-config\n",
  "#!",
  "## template: jinja\n",
  "#include ",
  "- ",
  "? ",
  ": ",
  "&a ",
  "*a",
  "!!binary ",
  "!Sub ",
  "|\n",
  ">-\n",
  "---\n",
  "...\n",
  "%YAML 9\n",
  "password=",
  "token: ",
  "://",
  "@",
  "AKIA",
  "eyJ",
  "-----BEGIN ",
  "169.254.169.254/latest",
  "echo ",
  "curl ",
  "set -x\n",
  "\ud800",
  "\ufeff",
  "\u202e",
  "é",
  "𝒳",
  "__proto__",
  "constructor",
  "toString",
  "Fn::Join",
  "Fn::If",
  "schemaVersion",
  "ignition",
  "Resources",
  "environment",
  "Environment=",
];

/** One input: pieces put together, damaged, and wrapped in encodings. */
export function generate(random: Random): string | Uint8Array {
  let content: string | Uint8Array = compose(random);
  for (let i = random.below(6); i > 0; i--) content = mutate(content.toString(), random);
  for (let i = random.below(3); i > 0; i--) content = wrap(content, random);
  return random.below(4) === 0 ? damage(content, random) : content;
}

function compose(random: Random): string {
  let text = random.pick(seeds);
  for (let i = random.below(4); i > 0; i--) {
    const piece = random.pick(seeds);
    switch (random.below(5)) {
      case 0:
        text = `cat > /f${random.pick([".sh", ".yaml", ".json", ".ps1", ".xml", ".env", ".service", ""])} <<E${i}\n${text}\nE${i}\n`;
        break;
      case 1:
        text = `#cloud-config\nwrite_files:\n- path: /f\n  content: |\n${indent(text)}\nruncmd:\n- |\n${indent(piece)}\n`;
        break;
      case 2:
        text = `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m${i}\n\n--m${i}\n\n${text}\n--m${i}\n\n${piece}\n--m${i}--\n`;
        break;
      case 3:
        text = JSON.stringify({ a: text, b: [piece] });
        break;
      default:
        text += piece;
    }
  }
  return text;
}

function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}

function mutate(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const to = at + random.below(Math.min(40, text.length - at + 1));
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(at);
    case 2:
      return text.slice(0, at) + random.pick(tokens).repeat(1 + random.below(30)) + text.slice(at);
    case 3:
      return text.slice(0, at) + String.fromCharCode(random.below(256)) + text.slice(at + 1);
    case 4:
      return text.slice(0, at) + random.pick(seeds) + text.slice(to);
    case 5:
      return text.slice(0, at);
    default:
      return text.slice(0, at) + random.pick(tokens) + text.slice(to);
  }
}

function wrap(content: string | Uint8Array, random: Random): string | Uint8Array {
  const bytes = Buffer.from(content);
  switch (random.below(6)) {
    case 0:
      return gzipSync(bytes, { level: 1 });
    case 1:
      return deflateSync(bytes, { level: 1 });
    case 2:
      return bytes.toString("base64url");
    case 3:
      return bytes.toString("base64").replace(/.{60}/g, "$&\n");
    case 4:
      return `#!/bin/sh\necho ${bytes.toString("base64")} | base64 -d > /x.sh\n`;
    default:
      return bytes.toString("base64");
  }
}

function damage(content: string | Uint8Array, random: Random): Uint8Array {
  const bytes = Buffer.from(content);
  for (let i = 1 + random.below(4); i > 0 && bytes.length > 0; i--)
    bytes[random.below(bytes.length)] = random.below(256);
  return random.below(3) === 0 ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes;
}

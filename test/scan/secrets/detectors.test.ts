// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what others fill in is what is tested
import assert from "node:assert/strict";
import type { Format } from "../../../scan/reader/part";
import { findSecrets } from "../../../scan/secrets/findSecrets";
import { drawer } from "../corpus/values";

/** What is found in a text in which `PW`, `TOKEN`, `HEX` and the like stand for values put in when it is run. */
function seen(template: string, format: Format): string[] {
  const draw = drawer(9);
  const text = template.replaceAll(/PW|TOKEN|HEX|UUID|KEY|BASIC|HASH|JWT|B64/g, (kind) =>
    draw(kinds[kind] ?? ""),
  );
  return findSecrets({ place: [], format, text, parts: [] }).map(({ detector }) => detector);
}

const kinds: Readonly<Record<string, string>> = {
  PW: "plainpw",
  TOKEN: "alnum40",
  HEX: "hex32",
  UUID: "uuid",
  KEY: "azurekey",
  BASIC: "basic",
  HASH: "sha512crypt",
  JWT: "jwt",
  B64: "b64of32",
};

describe("What is a secret by its place", () => {
  for (const [template, format, detector] of [
    ['<property name="password">PW</property>', "xml", "password-literal"],
    ['<Pass encoding="base64">PW</Pass>', "xml", "password-literal"],
    ['<add key="ApiKey" value="TOKEN"/>', "xml", "token-literal"],
    ['proxy_set_header Authorization "Basic BASIC";', "text", "authorization-header"],
    ["fetch(u, { headers: { authorization: `Bearer TOKEN` } })", "text", "authorization-header"],
    ["url = jdbc:oracle:thin:shop/PW@db:1521:XE", "properties", "password-in-statement"],
    ["sqlplus -s system/PW@db @a.sql", "shell", "password-in-statement"],
    ['expect "*assword:"\nsend "PW\\r"', "text", "password-in-statement"],
    ["SAS=?sv=2022-11-02&sig=TOKENabc%3D", "dotenv", "azure-sas-signature"],
    ["'password' => 'PW',", "text", "password-literal"],
    ['props.put("password", "PW");', "text", "password-literal"],
    ['ds.setPassword("PW");', "text", "password-literal"],
    ["public $password = 'PW';", "text", "password-literal"],
    ["$db['default']['password'] = 'PW';", "text", "password-literal"],
    ["# HASH", "text", "password-hash"],
    ["passwd: HASH", "cloudConfig", "password-hash"],
    ["x JWT", "text", "json-web-token"],
    ["AccountKey=KEY", "text", "azure-account-key"],
    ["ftp://svc:PW@files.corp.net/", "text", "password-in-url"],
    ["https://TOKEN@git.corp.net/a", "text", "token-in-url"],
    ["password=PW&user=a", "text", "password-literal"],
    ["machine h login u password PW", "text", "password-in-credential-file"],
    ["db:5432:*:app:PW", "text", "password-in-credential-file"],
    ["PrivateKey = B64", "ini", "password-in-credential-file"],
    ["bindpw PW", "text", "password-in-credential-file"],
    ["CREATE USER a IDENTIFIED BY 'PW';", "text", "password-in-statement"],
    ["ALTER ROLE a PASSWORD 'PW'", "text", "password-in-statement"],
    ['ConvertTo-SecureString "PW" -AsPlainText -Force', "powershell", "secure-string-from-plain-text"],
    ["echo root:PW | chpasswd", "shell", "password-set-by-script"],
    ["echo PW | passwd --stdin a", "shell", "password-set-by-script"],
    ["chpasswd:\n  list: |\n    a:PW\n", "cloudConfig", "cloud-config-password"],
    ["mysql -pPW", "shell", "password-on-command-line"],
    ["consul_http_token=UUID", "dotenv", "token-literal"],
    ["Splunk UUID", "text", "splunk-hec-token"],
    ["auth: BASIC", "yaml", "credential-literal"],
    ["- name: PASSWORD\n  value: PW\n", "yaml", "password-literal"],
    ["DbPassword:\n  Type: String\n  Default: PW\n", "yaml", "password-literal"],
    ["password: >-\n  PW\n", "yaml", "password-literal"],
    ["# password: PW", "yaml", "password-literal"],
  ] as const satisfies readonly (readonly [string, Format, string])[])
    it(`${JSON.stringify(template)} in ${format}`, () =>
      assert.deepEqual(seen(template, format), [detector]));
});

describe("What is none, though it stands in such a place", () => {
  for (const [template, format] of [
    ['<property name="password">${db.password}</property>', "xml"],
    ["<password/>", "xml"],
    ['<input type="password" name="pw" size="20"/>', "xml"],
    ['"Authorization", "Bearer " + token', "text"],
    ["Authorization: Basic <credentials>", "text"],
    ["jdbc:oracle:thin:@db:1521:XE", "properties"],
    ['expect "*assword:"\nsend "$password\\r"', "text"],
    ["https://db.corp.net:8443/a@b", "text"],
    ["https://user:pass@host/", "text"],
    ["scp a@b:/c d", "shell"],
    ["os.environ.get('PASSWORD'), 'HOST'", "python"],
    ["IDENTIFIED BY '$PASSWORD'", "shell"],
    ["ConvertTo-SecureString $pw -AsPlainText -Force", "powershell"],
    ['echo "root:$PW_" | chpasswd', "shell"],
    ["chpasswd:\n  list: |\n    a:RANDOM\n", "cloudConfig"],
    ["00:00:5e:00:53:af 12:34:56:78:9a", "text"],
    ["passwd:x:1000:1000:a:/home/a:/bin/sh", "text"],
    ["eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.", "text"],
  ] as const satisfies readonly (readonly [string, Format])[])
    it(`${JSON.stringify(template)} in ${format}`, () =>
      assert.deepEqual(findSecrets({ place: [], format, text: template, parts: [] }), []));
});

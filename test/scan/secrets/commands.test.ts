import assert from "node:assert/strict";
import { wordsFrom } from "../../../scan/secrets/commands/words";
import { scanWords } from "../../../scan/secrets/scanWords";
import { drawer } from "../corpus/values";

/** What is seen as secret in a shell's text. */
function seen(text: string): string[] {
  return scanWords(text, { format: "shell", name: undefined }).commands.map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("A command line", () => {
  const password = drawer(5)("plainpw");
  const token = drawer(6)("alnum40");

  for (const command of [
    "mysql -uroot -pPW -e x",
    "mysql -uroot -p'PW' -e x",
    'mysql -uroot "-pPW"',
    "/usr/bin/mysqldump -u root -pPW shop",
    "mysqladmin -u root password PW",
    "curl -u ci:PW https://a",
    "curl -uci:PW https://a",
    'curl --user "ci:PW" https://a',
    "curl --user=ci:PW https://a",
    "curl -x http://p -U svc:PW https://a",
    "mongosh -u a -p PW",
    "redis-cli -h x -a PW ping",
    "docker login -u a -p PW r.corp.net",
    "az login --service-principal -u x -p PW",
    "skopeo copy --dest-creds bot:PW a b",
    "sshpass -p PW ssh a@b",
    "sshpass -pPW ssh a@b",
    "sqlcmd -S a -U sa -P PW",
    "7z x -pPW a.7z",
    "ldapsearch -x -w PW -b dc=x",
    "smbclient //a/b -U svc%PW",
    "psexec \\\\host -u svc -p PW cmd",
    "schtasks /create /ru svc /rp PW",
    "net user ops PW /add",
    "net use Z: \\\\files\\a PW /user:svc",
    "useradd -m -p PW ops",
    "openssl passwd -6 PW",
    "openssl enc -aes-256-cbc -k PW -in a",
    "openssl rsa -in a -passin pass:PW",
    "htpasswd -cb /etc/f user PW",
    "mc alias set s https://m AK PW",
    "splunk add x -auth admin:PW",
    "etcdctl --user root:PW get a",
    "lftp -u svc,PW sftp://h",
    "rabbitmqctl add_user svc PW",
    "wpa_passphrase net PW",
    "grafana-cli admin reset-admin-password PW",
    "neo4j-admin dbms set-initial-password PW",
    "composer config http-basic.repo.corp.net svc PW",
    "bw unlock PW",
    "setx DB_PASSWORD PW /M",
    "nmcli dev wifi connect plant password PW",
    "set -gx DB_PASSWORD PW",
    "usermod -p $(openssl passwd -6 PW) ops",
    "echo a; mysql -pPW && true",
    'sh -c "mysql -uroot -pPW"',
    'x ["mysql", "-uroot", "-pPW"]',
    "mysql \\\n  -uroot \\\n  -pPW",
  ])
    it(`gives a password away: ${command}`, () =>
      assert.deepEqual(seen(command.replace("PW", password)), [password]));

  for (const command of [
    "vault login PW",
    "vault operator unseal PW",
    "ngrok config add-authtoken PW",
    "cloudflared service install PW",
    "pro attach PW",
    "snyk auth PW",
    "cargo login PW",
    "doctl auth init -t PW",
    "SUSEConnect -r PW",
    "dotnet nuget push a -k PW",
    "aws configure set aws_secret_access_key PW",
    "rclone config create r s3 secret_access_key PW",
    "npm config set //r/:_authToken PW",
  ])
    it(`gives a token away: ${command}`, () => assert.deepEqual(seen(command.replace("PW", token)), [token]));

  for (const command of [
    "mysql -uroot -p -e x",
    'mysql -uroot -p"$PW"',
    "mysql -uroot -p$(cat f)",
    "mysql -P 3306 -h db",
    "mysqladmin ping",
    "curl -u svc https://a",
    'curl -u "$U:$P" https://a',
    "curl -U https://proxy:8080 https://a",
    "docker run -p 8080:80 a",
    "podman run -p 443:443 a",
    "docker login -u a --password-stdin",
    "sshpass -e ssh a",
    "net user guest /active:no",
    "net user ops $password",
    "net stop wuauserv",
    "useradd -m -s /bin/bash ops",
    "usermod -p '!' root",
    "usermod -p '*' root",
    "openssl rand -base64 24",
    "openssl enc -pass env:KEY",
    "openssl rsa -passin file:/run/secrets/a",
    "htpasswd -c /etc/f user",
    "vault login -method=aws role=web",
    "mc alias list",
    "mc ls store/bucket",
    "redis-cli -a $REDIS ping",
    "git clone https://a/b",
    "aws configure set region eu-west-1",
    "aws secretsmanager get-secret-value --secret-id prod/db",
    "az vm list -o table",
    "zip -r a.zip b",
    "7z x a.7z",
    "wpa_passphrase net",
    "cargo login",
    "set -ex",
    "mysqlx -psecretx9",
    "x-mysql -psecretx9",
    "$mysql -psecretx9",
    'f(["usermod", "-p", hashed, user])',
    "psexec \\\\host -p changeme",
  ])
    it(`gives nothing away: ${command}`, () => assert.deepEqual(seen(command), []));

  it("ends where the shell ends it", () => {
    const words = (text: string, within?: string) => wordsFrom(text, 0, within).map(({ value }) => value);
    assert.deepEqual(words(" a b; c"), ["a", "b"]);
    assert.deepEqual(words(" a | b"), ["a"]);
    assert.deepEqual(words(" a && b"), ["a"]);
    assert.deepEqual(words(" a\nb"), ["a"]);
    assert.deepEqual(words(" a \\\n b"), ["a", "b"]);
    assert.deepEqual(words(" a 'b c' \"d e\"f"), ["a", "b c", "d ef"]);
    assert.deepEqual(words(' a b" c', '"'), ["a", "b"]);
    assert.deepEqual(words(" a $(b c) d"), ["a", "$(b c)", "d"]);
    // A quote that nobody closes hides nothing behind it.
    assert.deepEqual(words(" a 'b\n"), ["a", "", "b"]);
  });
});

/** Where a tool takes a secret on its command line, beyond flags that say so themselves (`--password`). */
export interface Tool {
  readonly names: string;
  /** Only with this word among its first ones: `docker login`, not `docker run -p 80:80`. */
  readonly needs?: RegExp;
  /** Flags whose value is glued on: `-pSECRET`. */
  readonly glued?: readonly string[];
  /** Flags whose value is the next word. */
  readonly next?: readonly string[];
  /** Flags whose value is `user:password`, with the character between them. */
  readonly pair?: { readonly flags: readonly string[]; readonly between: string };
  /** Which of the words that are no flags is the secret, counted from 0 after the tool; -1 is the last. */
  readonly positional?: {
    readonly after: RegExp;
    readonly at: number;
    readonly least?: number;
    readonly machineMade?: true;
  };
  /** Words that name a value give it with the next word: `aws configure set aws_secret_access_key …`. */
  readonly namesThenValues?: true;
}

/** From each tool's manual. */
export const tools: readonly Tool[] = [
  {
    names:
      "mysql mysqldump mysqladmin mysqlimport mysqlshow mysqlcheck mysqlpump mysqlslap mysqlbinlog mysqlsh mariadb mariadb-dump mariadb-admin xtrabackup innobackupex mydumper",
    glued: ["-p"],
  },
  { names: "mysqladmin", positional: { after: /^password$/, at: 0 } },
  {
    names: "curl",
    pair: { flags: ["-u", "--user", "-U", "--proxy-user"], between: ":" },
    next: ["--pass", "--proxy-pass"],
  },
  { names: "http https xh", pair: { flags: ["-a", "--auth"], between: ":" } },
  { names: "ab hey siege", pair: { flags: ["-A", "-a"], between: ":" } },
  {
    names:
      "mongo mongosh mongodump mongorestore mongoimport mongoexport cqlsh cypher-shell beeline couchbase-cli rabbitmqadmin twine nmon lpass elasticsearch-users clickhouse",
    next: ["-p"],
    glued: ["-p"],
  },
  { names: "redis-cli valkey-cli keydb-cli", next: ["-a", "--pass"] },
  {
    names: "docker podman nerdctl buildah skopeo oras crane helm az regctl",
    needs: /^login$/,
    next: ["-p", "--password"],
    glued: [],
  },
  {
    names: "skopeo buildah podman",
    pair: { flags: ["--creds", "--src-creds", "--dest-creds"], between: ":" },
  },
  { names: "sshpass", next: ["-p"], glued: ["-p"] },
  { names: "sqlcmd osql bcp mosquitto_pub mosquitto_sub ipmitool zip unzip", next: ["-P"], glued: ["-P"] },
  { names: "7z 7za 7zr rar unrar", glued: ["-p"] },
  {
    names: "ldapsearch ldapadd ldapmodify ldapdelete ldappasswd ldapwhoami ldapmodrdn ldapcompare",
    next: ["-w", "-s"],
    glued: ["-w"],
  },
  {
    names: "smbclient rpcclient winexe smbget smbmap net wmic",
    pair: { flags: ["-U", "--user"], between: "%" },
  },
  { names: "psexec psexec.exe PsExec PsExec64 psexec64", next: ["-p"] },
  { names: "schtasks schtasks.exe", next: ["/RP", "/rp", "/P", "/p"] },
  { names: "sc sc.exe", needs: /^(config|create)$/i, next: ["password="] },
  { names: "net net.exe NET", positional: { after: /^user$/i, at: 1 } },
  { names: "net net.exe NET", needs: /^use$/i, positional: { after: /^\\\\/, at: 0 } },
  { names: "useradd usermod adduser", next: ["-p", "--password"] },
  { names: "openssl", needs: /^passwd$/, positional: { after: /^passwd$/, at: 0 } },
  { names: "openssl", needs: /^(enc|aes-\d|des)/, next: ["-k"] },
  { names: "htpasswd mosquitto_passwd", needs: /^-[a-zA-Z]*b/, positional: { after: /./, at: -1, least: 2 } },
  { names: "htdigest", positional: { after: /./, at: 3, least: 4 } },
  // https://developer.hashicorp.com/consul/docs/agent/config/cli-flags
  { names: "consul", next: ["-encrypt"], glued: ["-encrypt="] },
  { names: "vault", positional: { after: /^login$/, at: 0, machineMade: true } },
  { names: "vault", needs: /^operator$/, positional: { after: /^unseal$/, at: 0, machineMade: true } },
  {
    names: "mc mcli",
    needs: /^(alias|config)$/,
    positional: { after: /^(set|s|add|host)$/, at: -1, least: 4 },
  },
  { names: "splunk jenkins-cli java", pair: { flags: ["-auth"], between: ":" } },
  { names: "etcdctl influx nats", pair: { flags: ["--user"], between: ":" } },
  { names: "lftp", pair: { flags: ["-u", "--user"], between: "," } },
  {
    names:
      "ncftp ncftpget ncftpput rdesktop tightvncserver cassandra jboss-cli.sh add-user.sh kinit xfreerdp dsadd",
    next: ["-p", "-pwd"],
  },
  { names: "xfreerdp wlfreerdp", glued: ["/p:"] },
  { names: "rabbitmqctl", positional: { after: /^(add_user|change_password|authenticate_user)$/, at: 1 } },
  { names: "wpa_passphrase", positional: { after: /./, at: -1, least: 2 } },
  { names: "grafana-cli grafana", positional: { after: /^reset-admin-password$/, at: 0 } },
  { names: "neo4j-admin", positional: { after: /^set-initial-password$/, at: 0 } },
  { names: "ngrok", positional: { after: /^(authtoken|add-authtoken)$/, at: 0, machineMade: true } },
  { names: "cloudflared", positional: { after: /^install$/, at: 0, machineMade: true } },
  { names: "ua pro", positional: { after: /^attach$/, at: 0, machineMade: true } },
  { names: "snyk", positional: { after: /^auth$/, at: 0, machineMade: true } },
  { names: "cargo", positional: { after: /^login$/, at: 0, machineMade: true } },
  { names: "doctl", next: ["-t", "--access-token"] },
  { names: "SUSEConnect suseconnect", next: ["-r", "--regcode"] },
  { names: "dotnet nuget", needs: /^push$/, next: ["-k", "--api-key"] },
  { names: "composer", positional: { after: /^http-basic\./, at: 1 } },
  { names: "bundle", pair: { flags: ["config"], between: ":" } },
  { names: "bw", positional: { after: /^unlock$/, at: 0 } },
  { names: "snmpget snmpwalk snmpset snmpd snmptrap", next: ["-A", "-X"] },
  {
    names:
      "aws rclone yarn pnpm nmcli doppler setx setenv git s3cmd gcloud poetry pip conda heroku dokku kubectl virsh eb",
    namesThenValues: true,
  },
  { names: "aws", needs: /^SecureString$/, next: ["--value"] },
  { names: "npm", needs: /^config$/, namesThenValues: true },
  { names: "set", needs: /^-[a-zA-Z]*x/, namesThenValues: true },
];

/** Flags and words that mean a secret in whatever tool: OpenSSL's `pass:…` has no other meaning. */
export const anywhere = /^pass:(?=.)/;

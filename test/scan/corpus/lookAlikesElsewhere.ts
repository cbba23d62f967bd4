// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what others fill in is what is tested
import type { Template } from "./template";

/** Look-alikes further from the beaten track. */
export const lookAlikesElsewhere: readonly Template[] = [
  [
    "shell",
    'case "$1" in\n  --password) PASSWORD="$2"; shift 2 ;;\n  --token=*) TOKEN="${1#*=}"; shift ;;\nesac\n',
  ],
  ["shell", 'printf \'token=%s\\npassword=%s\\n\' "$TOKEN" "$PASSWORD" > /run/app.env\n'],
  ["shell", "aws ssm get-parameters --names /prod/db/password /prod/api/token --with-decryption\n"],
  ["shell", 'for key in password token secret; do test -n "${!key}" || exit 1; done\n'],
  ["shell", "unset AWS_SECRET_ACCESS_KEY DB_PASSWORD TOKEN\n"],
  ["shell", "PASSWORD=$(tr -dc 'A-Za-z0-9' </dev/urandom | head -c 24)\n"],
  ["shell", "SECRET_KEY=\"$(python3 -c 'import secrets; print(secrets.token_hex(32))')\"\n"],
  ["shell", 'echo "Password is stored in Secrets Manager under prod/db/password"\n'],
  ["shell", "journalctl -u app | grep -v -i -e password -e token\n"],
  ["shell", "mysql --defaults-extra-file=/root/.my.cnf -e 'select 1'\nmysql --login-path=app shop\n"],
  [
    "shell",
    "mysql -u root --password=\"${MYSQL_ROOT_PASSWORD}\" -e \"ALTER USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}';\"\n",
  ],
  ["shell", "sudo -u postgres psql -c \"ALTER USER app WITH PASSWORD '$APP_PASSWORD'\"\n"],
  ["shell", 'curl -H "X-Vault-Token: ${VAULT_TOKEN}" https://vault.corp.net/v1/secret/data/app\n'],
  ["shell", "curl --netrc-file /run/secrets/netrc https://repo.corp.net/a\ncurl -K /run/secrets/curl.conf\n"],
  ["shell", "rsync -e 'ssh -i /root/.ssh/deploy_key -o PasswordAuthentication=no' a b:\n"],
  [
    "shell",
    "openssl req -x509 -newkey rsa:4096 -nodes -keyout /etc/ssl/private.key -out /etc/ssl/cert.pem -subj /CN=x\n",
  ],
  ["shell", "ssh-keygen -t ed25519 -N '' -f /root/.ssh/id_ed25519\nssh-keygen -A\n"],
  ["shell", "aws kms encrypt --key-id ⟨uuid⟩ --plaintext fileb:///run/secrets/a\n"],
  ["shell", "docker run -e DB_PASSWORD -e API_TOKEN --env-file /run/app.env acme/app\n"],
  ["shell", 'docker run -e DB_PASSWORD="$DB_PASSWORD" -e TOKEN=${TOKEN} acme/app\n'],
  ["shell", 'useradd -m -p "$(openssl passwd -6 "$PW")" ops\n'],
  [
    "shell",
    "net_iface=eth0; token_bucket=10mbit; tc qdisc add dev $net_iface root tbf rate $token_bucket burst 32kbit latency 400ms\n",
  ],
  ["shell", "export LS_COLORS= PYTHONHASHSEED=0 GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D\n"],
  ["shell", "NODE_VERSION=20.11.0 NODE_SHA256=⟨sha256⟩\nYARN_KEY=6A010C5166006599AA17F08146C2130DFD2497F5\n"],
  ["shell", 'x-amz-content-sha256: ⟨sha256⟩\nETag: "⟨md5⟩"\n'],
  [
    "cloudConfig",
    "#cloud-config\nphone_home:\n  url: https://boot.corp.net/$INSTANCE_ID/\n  post: [pub_key_ed25519, instance_id, hostname]\n",
  ],
  [
    "cloudConfig",
    "#cloud-config\nruncmd:\n  - [sh, -c, 'aws ssm get-parameter --name /db/password --with-decryption > /run/db']\n",
  ],
  [
    "cloudConfig",
    "#cloud-config\nssh_genkeytypes: [ed25519]\nssh_deletekeys: true\nno_ssh_fingerprints: true\n",
  ],
  [
    "cloudConfig",
    "#cloud-config\nsystem_info:\n  default_user:\n    name: ops\n    lock_passwd: true\n    sudo: ['ALL=(ALL) NOPASSWD:ALL']\n",
  ],
  [
    "yaml",
    '- name: Set the password of the database\n  mysql_user:\n    name: app\n    password: "{{ vault_db_password }}"\n  no_log: true\n',
  ],
  ["yaml", "livenessProbe:\n  httpGet:\n    path: /token/health\nautomountServiceAccountToken: false\n"],
  ["yaml", "Outputs:\n  SecretArn:\n    Value: !Ref DbSecret\n    Export:\n      Name: prod-db-secret\n"],
  [
    "yaml",
    'DbSecret:\n  Type: AWS::SecretsManager::Secret\n  Properties:\n    GenerateSecretString:\n      SecretStringTemplate: \'{"username": "app"}\'\n      GenerateStringKey: password\n      PasswordLength: 32\n      ExcludeCharacters: \'"@/\\\'\n',
  ],
  ["yaml", "KeyName: prod-eu-west-1\nKmsKeyId: alias/aws/ebs\nImageId: ⟨ami⟩\nUserPoolClientId: ⟨uuid⟩\n"],
  [
    "yaml",
    "securitySchemes:\n  bearerAuth:\n    type: http\n    scheme: bearer\n    bearerFormat: JWT\n  apiKeyAuth:\n    type: apiKey\n    in: header\n    name: X-API-Key\n",
  ],
  [
    "json",
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"arn:aws:secretsmanager:*:⟨account⟩:secret:prod/*"}]}',
  ],
  [
    "json",
    '{"containers":[{"name":"app","secrets":[{"name":"TOKEN","valueFrom":"/prod/token"}],"environment":[{"name":"TOKEN_PATH","value":"/run/secrets/token"}]}]}',
  ],
  [
    "json",
    '{"schemaVersion":"2.2","parameters":{"Password":{"type":"String","description":"Name of the parameter that holds the password","default":"/prod/db/password"}}}',
  ],
  [
    "json",
    '{"lockfileVersion":3,"packages":{"node_modules/js-tokens":{"version":"4.0.0","integrity":"⟨sri⟩"}}}',
  ],
  ["json", '{"id":"⟨uuid⟩","digest":"sha256:⟨sha256⟩","commit":"⟨sha1⟩","authToken":"${AUTH_TOKEN}"}'],
  [
    "ini",
    "[mysqld]\nssl-key=/etc/mysql/server-key.pem\nskip-name-resolve\nvalidate_password.policy=MEDIUM\n",
  ],
  [
    "ini",
    "[auth.generic_oauth]\nenabled = true\nclient_id = grafana\nclient_secret = $__file{/run/secrets/oauth}\ntoken_url = https://login.corp.net/token\n",
  ],
  ["xml", "<settings><server><password>{COQLCE6DU6GtcS5P=}</password></server></settings>\n"],
  ["powershell", "$params = @{ Password = $cred.Password; Token = (Get-Token); Secret = $null }\n"],
  ["powershell", "Set-LocalUser -Name Administrator -Password $securePassword -PasswordNeverExpires $true\n"],
  ["powershell", "Write-Host 'The password was rotated, token: valid until 2026'\n"],
  ["powershell", "function Get-Secret([string]$SecretId, [string]$Key = 'password') { }\n"],
  [
    "python",
    "parser.add_argument('--password', help='password of the database', default=None)\nparser.add_argument('--token-file', required=True)\n",
  ],
  ["python", "token = jwt.encode({'sub': user}, key=settings.SECRET_KEY, algorithm='HS256')\n"],
  [
    "python",
    "SECRET_ID = 'prod/db'\nKEYS = ('username', 'password', 'token')\nlogger.info('password=%s', '*' * 8)\n",
  ],
  ["text", "location /token { proxy_pass http://auth; }\nproxy_pass_header Authorization;\n"],
  [
    "text",
    'resource "aws_db_instance" "db" {\n  manage_master_user_password = true\n  kms_key_id = aws_kms_key.db.arn\n}\n',
  ],
  [
    "text",
    'password_hash = "${bcrypt(var.password)}"\ntoken = data.vault_generic_secret.app.data["token"]\n',
  ],
  ["text", '@RequestParam("password") String password, @Value("${app.token}") String token\n'],
  ["text", "  --token string      API token (env: APP_TOKEN)\n  --password string   password of the user\n"],
  [
    "properties",
    "management.endpoint.env.keys-to-sanitize=password,secret,key,token\nspring.security.oauth2.client.provider.corp.token-uri=https://login.corp.net/token\n",
  ],
  ["dotenv", "SESSION_COOKIE_NAME=token\nPASSWORD_RESET_URL=https://corp.net/reset\nAUTH_PROVIDER=cognito\n"],
];

import { gzipSync } from "node:zlib";

/** User data as people write it, in the shapes that they send it in; about `units` characters in all once decoded. */
export function typicalCorpus(units: number): string[] {
  const corpus: string[] = [];
  for (let i = 0, length = 0; length < units; i++) {
    const { encoded, decoded } = shapes[i % shapes.length]?.(i) ?? { encoded: "", decoded: units };
    corpus.push(encoded);
    length += decoded;
  }
  return corpus;
}

interface Shape {
  readonly encoded: string;
  readonly decoded: number;
}

const base64 = (text: string | Buffer) => Buffer.from(text).toString("base64");

const shapes: readonly ((i: number) => Shape)[] = [
  (i) => ({ encoded: base64(bootstrap(i)), decoded: bootstrap(i).length }),
  (i) => ({ encoded: base64(gzipSync(cloudConfig(i))), decoded: cloudConfig(i).length }),
  (i) => ({ encoded: base64(gzipSync(message(i))), decoded: message(i).length }),
  (i) => ({ encoded: windows(i), decoded: windows(i).length }),
];

function bootstrap(i: number): string {
  const services = Array.from({ length: 40 }, (_, n) => service(i + n)).join("\n");
  return `#!/bin/bash
set -euo pipefail
exec > >(tee /var/log/bootstrap-${i}.log) 2>&1
TOKEN=$(curl -sX PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 300" http://169.254.169.254/latest/api/token)
ID=$(curl -sH "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/instance-id)
dnf install -y nginx amazon-cloudwatch-agent jq
DB_PASSWORD=$(aws ssm get-parameter --name "/shop/${i}/db" --with-decryption --query Parameter.Value --output text)
${services}
`;
}

function service(n: number): string {
  return `cat > /etc/systemd/system/worker-${n}.service <<'UNIT'
[Unit]
Description=Worker ${n} of the queue
After=network-online.target
[Service]
Environment="QUEUE=orders-${n}" "LOG_LEVEL=info"
ExecStart=/opt/app/bin/worker --queue orders-${n} --threads 4
Restart=on-failure
[Install]
WantedBy=multi-user.target
UNIT
systemctl enable --now worker-${n}.service
# Wait until it answers, ten times at most.
for attempt in 1 2 3 4 5 6 7 8 9 10; do curl -fsS http://localhost:80${n % 90}/health && break; sleep 3; done`;
}

function cloudConfig(i: number): string {
  const files = Array.from(
    { length: 25 },
    (_, n) => `  - path: /etc/app/conf.d/${n}.properties
    owner: root:root
    permissions: "0640"
    content: |
      # Settings of shard ${n} in stack ${i}
      server.port=80${n + 10}
      server.threads.max=64
      cache.endpoint=cache-${i}.internal:6379
      feature.search.enabled=true
      metrics.namespace=Shop/Orders
`,
  ).join("");
  return `#cloud-config
packages: [nginx, jq, amazon-ssm-agent]
write_files:
${files}runcmd:
  - [systemctl, enable, --now, nginx]
  - aws s3 cp s3://bootstrap-${i}/release.tgz /opt/release.tgz
  - tar -xzf /opt/release.tgz -C /opt/app --strip-components 1
`;
}

function message(i: number): string {
  return `Content-Type: multipart/mixed; boundary="==part-${i}=="
MIME-Version: 1.0

--==part-${i}==
Content-Type: text/cloud-config; charset="us-ascii"

${cloudConfig(i)}
--==part-${i}==
Content-Type: text/x-shellscript; charset="us-ascii"

${bootstrap(i)}
--==part-${i}==--
`;
}

function windows(i: number): string {
  const sites = Array.from(
    { length: 40 },
    (_, n) => `New-Item -ItemType Directory -Force -Path C:\\sites\\shop-${n} | Out-Null
$config = @"
{ "site": "shop-${n}", "region": "eu-central-1", "threads": 16, "cacheHost": "cache-${i}.internal" }
"@
$config | Out-File -FilePath C:\\sites\\shop-${n}\\settings.json -Encoding utf8
Start-Service -Name "shop-${n}"`,
  ).join("\n");
  return `<powershell>\n$ErrorActionPreference = "Stop"\n${sites}\n</powershell>\n<persist>false</persist>\n`;
}

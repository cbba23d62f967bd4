/**
 * Ports by which people and programs administer a machine or read its data. From the controls EC2.13, EC2.14 and
 * EC2.19 of AWS Foundational Security Best Practices (read 2026-08) less those of web servers, and the defaults of
 * the databases, queues and cluster managers that AWS offers or that run on EC2 most.
 */
const guardedPorts: Readonly<Record<number, string>> = {
  20: "FTP data",
  21: "FTP",
  22: "SSH",
  23: "Telnet",
  111: "RPC",
  135: "Windows RPC",
  137: "NetBIOS",
  138: "NetBIOS",
  139: "NetBIOS",
  389: "LDAP",
  445: "SMB",
  512: "rexec",
  513: "rlogin",
  514: "rsh",
  873: "rsync",
  1433: "SQL Server",
  1434: "SQL Server",
  1521: "Oracle",
  2049: "NFS",
  2375: "Docker",
  2376: "Docker",
  2379: "etcd",
  2380: "etcd",
  2483: "Oracle",
  2484: "Oracle",
  3306: "MySQL",
  3389: "RDP",
  4333: "mSQL",
  5432: "PostgreSQL",
  5439: "Redshift",
  5500: "VNC",
  5601: "Kibana",
  5900: "VNC",
  5984: "CouchDB",
  5985: "WinRM",
  5986: "WinRM",
  6379: "Redis",
  6443: "Kubernetes",
  7000: "Cassandra",
  7001: "Cassandra",
  8020: "HDFS",
  8086: "InfluxDB",
  8182: "Neptune",
  9042: "Cassandra",
  9092: "Kafka",
  9160: "Cassandra",
  9200: "Elasticsearch",
  9300: "Elasticsearch",
  10250: "kubelet",
  11211: "Memcached",
  27017: "MongoDB",
  27018: "MongoDB",
  27019: "MongoDB",
  50000: "Db2",
  61616: "ActiveMQ",
};

/** A range of ports, both ends in it. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export const everyPort: PortRange = { from: 0, to: 65_535 };

/** `port 22 (SSH)`, of each guarded port in the range. */
export function guardedIn({
  from,
  to,
}: PortRange): readonly { readonly port: number; readonly label: string }[] {
  return Object.entries(guardedPorts)
    .map(([port, name]) => ({ port: Number(port), label: `port ${port} (${name})` }))
    .filter(({ port }) => port >= from && port <= to);
}

/** Every text that `guardedIn` may give: what a message may quote. */
export const guardedLabels: readonly string[] = [
  "every port",
  ...guardedIn(everyPort).map(({ label }) => label),
];

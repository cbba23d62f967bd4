/** A file that the agent follows. */
export interface LogFile {
  readonly path: string;
  /** Stream in the log group, after the instance's id and a slash. */
  readonly name: string;
}

/** Of what the agent measures on the instance. */
export const hostMetricNamespace = "Bakeline/Host";

/** Seconds between two samples. A shorter one makes metrics of high resolution, which are billed like others. */
const metricsCollectionInterval = 60;

/**
 * What EC2 cannot see from outside the instance:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-Configuration-File-Details.html
 */
export function renderAgentMetrics(): string {
  return renderJson({
    agent: { metrics_collection_interval: metricsCollectionInterval, run_as_user: "root" },
    metrics: {
      namespace: hostMetricNamespace,
      append_dimensions: {
        AutoScalingGroupName: "${aws:AutoScalingGroupName}",
        InstanceId: "${aws:InstanceId}",
      },
      aggregation_dimensions: [["AutoScalingGroupName"]],
      metrics_collected: {
        cpu: {
          totalcpu: true,
          measurement: ["usage_active", "usage_iowait", "usage_steal"],
        },
        disk: {
          resources: ["/"],
          measurement: ["used_percent", "inodes_free"],
          drop_device: true,
        },
        diskio: { resources: ["*"], measurement: ["io_time", "read_bytes", "write_bytes"] },
        mem: { measurement: ["used_percent", "available_percent"] },
        netstat: { measurement: ["tcp_established", "tcp_time_wait"] },
      },
    },
  });
}

/** A stream a file, named for the instance. */
export function renderAgentLogs(logGroupName: string, files: readonly LogFile[]): string {
  return renderJson({
    logs: {
      logs_collected: {
        files: {
          collect_list: files.map(({ path, name }) => ({
            file_path: path,
            log_group_name: logGroupName,
            log_stream_name: `{instance_id}/${name}`,
          })),
        },
      },
    },
  });
}

function renderJson(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** Everything that boot prints; the console has it too. Read by root alone. */
export const bootLogPath = "/var/log/bakeline-boot.log";

/** Namespace of the metrics that instances put. */
export const metricNamespace = "Bakeline";

/**
 * What the instance tells AWS about its boot. EC2 calls an instance running whatever its scripts did; this is how
 * Auto Scaling, an alarm and a person learn the truth.
 */
export const reportFunctions = `log_event() { # event step
  local action
  ensure_imds
  for action in CreateLogStream PutLogEvents; do
    aws_request logs -o /dev/null -H "X-Amz-Target: Logs_20140328.$action" -H 'Content-Type: application/x-amz-json-1.1' \\
      -d @<(render_log_request "$action" "$@") "https://logs.$BAKELINE_REGION.$BAKELINE_DOMAIN/" ||
      # The stream is there already when an instance reports twice.
      [ "$action" = CreateLogStream ]
  done
}
render_log_request() {
  tail -n 20 ${bootLogPath} 2>/dev/null | python3 -I -c '
import json, os, sys, time
action, event, step = sys.argv[1:]
fact = {key[9:].lower(): value for key, value in os.environ.items() if key.startswith("BAKELINE_")}
request = {"logGroupName": fact["log_group"], "logStreamName": "boot/" + fact["instance_id"]}
if action == "PutLogEvents":
    names = ("workload", "tier", "role", "environment", "instance_id")
    message = {"event": event, "step": step, **{name: fact.get(name, "") for name in names}}
    message["lastLines"] = sys.stdin.read().splitlines()
    request["logEvents"] = [{"timestamp": int(time.time() * 1000), "message": json.dumps(message)}]
print(json.dumps(request))
' "$@"
}
put_lag() { # seconds from launch to ready for service
  aws_request monitoring -o /dev/null -d Action=PutMetricData -d Version=2010-08-01 -d Namespace=${metricNamespace} \\
    -d MetricData.member.1.MetricName=ReadyForServiceLag -d MetricData.member.1.Unit=Seconds \\
    -d "MetricData.member.1.Value=$1" -d MetricData.member.1.Dimensions.member.1.Name=Workload \\
    --data-urlencode "MetricData.member.1.Dimensions.member.1.Value=$BAKELINE_WORKLOAD" \\
    -d MetricData.member.1.Dimensions.member.2.Name=Tier \\
    --data-urlencode "MetricData.member.1.Dimensions.member.2.Value=$BAKELINE_TIER" \\
    "https://monitoring.$BAKELINE_REGION.$BAKELINE_DOMAIN/"
}
seconds_since_launch() {
  local document now uptime pattern='"pendingTime" *: *"([^"]+)"'
  document=$(imds dynamic/instance-identity/document)
  # The kernel's own clock, where the document does not say when EC2 was asked: it starts some seconds later.
  if [[ ! $document =~ $pattern ]]; then
    read -r uptime _ </proc/uptime
    echo "$uptime"
    return
  fi
  now=\${EPOCHREALTIME/[.,]/}
  printf '%d.%03d\\n' "$((now / 1000000 - $(date -d "\${BASH_REMATCH[1]}" +%s)))" "$((now / 1000 % 1000))"
}
abandon() { # what failed
  # The trap fires in a command substitution too, and then again in the shell that waits for it.
  if [ "$BASHPID" != $$ ]; then exit 1; fi
  trap - ERR
  set +e
  echo "bakeline: abandoned: $1"
  # The log is written by another process, which may be a moment behind.
  sleep 0.2
  complete_launch ABANDON
  log_event abandoned "$1"
  exit 1
}
`;

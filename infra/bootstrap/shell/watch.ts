/**
 * Spot interruptions leave two minutes, and no signal but an answer of the metadata service, to be asked every five
 * seconds: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html
 * A rebalance recommendation comes earlier, with no deadline: the drain then has as long as the services take.
 */
export const watchFunctions = `watch_interruptions() {
  local notice pattern='"time" *: *"([^"]+)"' deadline
  until
    open_imds || true
    if notice=$(imds meta-data/spot/instance-action) && [[ $notice =~ $pattern ]]; then
      deadline=$(date -d "\${BASH_REMATCH[1]}" +%s)
    elif notice=$(imds meta-data/events/recommendations/rebalance); then
      deadline=$((EPOCHSECONDS + 900))
    fi
    [ "\${deadline-}" ]
  do
    sleep 5
  done
  echo "bakeline: interruption: $notice"
  drain "$deadline"
}
drain() { # seconds of the epoch by which services are stopped
  local names=() limit=$(($1 - EPOCHSECONDS - 15))
  if ((limit < 5)); then limit=5; fi
  log_event drain "interruption" || true
  # Neither a hook that fails nor a call that is refused may keep the services from stopping in time.
  timeout "$((limit / 2 + 1))" /usr/lib/bakeline/bakeline event undeploy || true
  deregister || true
  list_services boot
  if [ \${#names[@]} != 0 ]; then timeout "$(($1 - EPOCHSECONDS > 20 ? $1 - EPOCHSECONDS - 10 : 10))" systemctl stop "\${names[@]}" || true; fi
  echo "bakeline: drained"
}
deregister() {
  if [ -z "\${BAKELINE_TARGET_GROUP_ARN-}" ]; then return 0; fi
  aws_request elasticloadbalancing -o /dev/null -d Action=DeregisterTargets -d Version=2015-12-01 \\
    --data-urlencode "TargetGroupArn=$BAKELINE_TARGET_GROUP_ARN" -d "Targets.member.1.Id=$BAKELINE_INSTANCE_ID" \\
    "https://elasticloadbalancing.$BAKELINE_REGION.$BAKELINE_DOMAIN/"
}
`;

import { startedMarker } from "./services";

/**
 * First boot, from the steps that the loader has laid out to the instance's report. Every step is done once: its
 * marker is the digest of its text, so a boot that was cut off goes on where it was.
 */
export const bootFunctions = `boot() {
  trap 'abandon "$current"' ERR
  run_steps
  for event in setup configure deploy; do
    run_event "$event"
  done
  current="start of services"
  : >${startedMarker}
  start_services boot
  current="health check"
  wait_until_healthy
  current="report"
  complete_launch CONTINUE
  : >"$state/complete"
  put_lag "$(seconds_since_launch)" || echo "bakeline: the metric was refused"
  current="start of agents"
  start_services ready
  echo "bakeline: ready"
}
run_steps() {
  local file digest status LC_ALL=C
  mkdir -p "$state/done"
  for file in "$state/steps"/*; do
    if [ ! -e "$file" ]; then continue; fi
    digest=$(sha256sum <"$file")
    if [ -e "$state/done/\${digest%% *}" ]; then continue; fi
    current="step \${file##*/}"
    echo "bakeline: $current"
    # Not as a condition: there bash would go on after a command that failed.
    set +e
    trap - ERR
    (
      set -Eeuo pipefail
      # shellcheck source=/dev/null
      . "$file"
    )
    status=$?
    trap 'abandon "$current"' ERR
    set -e
    if [ "$status" != 0 ]; then abandon "$current"; fi
    : >"$state/done/\${digest%% *}"
  done
}
wait_until_healthy() {
  local names=() deadline=$((SECONDS + BAKELINE_READY_TIMEOUT))
  list_services boot
  until curl -sf -m 5 -o /dev/null "http://127.0.0.1:$BAKELINE_PORT$BAKELINE_HEALTH_CHECK_PATH"; do
    if [ \${#names[@]} != 0 ] && systemctl is-failed --quiet "\${names[@]}"; then
      echo "bakeline: failed: $(systemctl is-failed "\${names[@]}" | paste -sd' ') of \${names[*]}"
      return 1
    fi
    if ((SECONDS >= deadline)); then return 1; fi
    sleep 0.05
  done
}
`;

/**
 * Lifecycle events: executables in /etc/bakeline/hooks/<event>.d, in the order of their names, each once an instance.
 * undeploy and shutdown run when the instance ends, not when it reboots.
 */
export const eventFunctions = `run_event() { # setup|configure|deploy|undeploy|shutdown
  local hook marker
  for hook in "/etc/bakeline/hooks/$1.d"/*; do
    marker=$state/events/$1/\${hook##*/}
    if [ ! -x "$hook" ] || [ -e "$marker" ]; then continue; fi
    current="hook $1/\${hook##*/}"
    echo "bakeline: $current"
    "$hook"
    mkdir -p "\${marker%/*}"
    touch "$marker"
  done
}
end_of_instance() {
  if systemctl list-jobs | grep -Eq ' (reboot|kexec)\\.target +start'; then return 0; fi
  run_event undeploy
  run_event shutdown
}
`;

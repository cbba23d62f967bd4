import { environmentFilePath } from "./environment";

/**
 * Units are enabled where they are installed, but a condition keeps systemd from starting them before first boot has
 * written their configuration: then `startedMarker` appears, and they start without a reload of systemd.
 *
 * What every unit needs stands beside it, so that a package's own unit gets it too. `mixed` sends SIGTERM to the main
 * process alone, which knows how to drain, and SIGKILL at the end to all:
 * https://www.freedesktop.org/software/systemd/man/systemd.kill.html
 */
export const startedMarker = "/var/lib/bakeline/started";

export const serviceFunctions = `install_service() { # name boot|ready seconds-to-stop unit?
  local units=/etc/systemd/system
  if [ $# = 4 ]; then write_file "$units/$1.service" root 0644 "$4"; fi
  write_file "$units/$1.service.d/bakeline.conf" root 0644 "[Unit]
ConditionPathExists=${startedMarker}
[Service]
EnvironmentFile=-${environmentFilePath}
KillMode=mixed
KillSignal=SIGTERM
TimeoutStopSec=$3
"
  mkdir -p "/usr/lib/bakeline/start/$2"
  touch "/usr/lib/bakeline/start/$2/$1.service"
  systemctl enable --quiet --no-reload "$1.service"
  touch /run/bakeline-units-changed
}
check_service() { # name boot|ready
  [ -e "/usr/lib/bakeline/start/$2/$1.service" ] && [ -e "/etc/systemd/system/$1.service.d/bakeline.conf" ] &&
    { [ -e "/etc/systemd/system/$1.service" ] || [ -e "/usr/lib/systemd/system/$1.service" ] || [ -e "/lib/systemd/system/$1.service" ]; }
}
start_services() { # boot|ready
  local names=()
  list_services "$1"
  if [ \${#names[@]} = 0 ]; then return 0; fi
  if [ -e /run/bakeline-units-changed ]; then
    systemctl daemon-reload
    rm -f /run/bakeline-units-changed
  fi
  # Restart: installing its package may have started one, before its configuration was there.
  systemctl restart --no-block "\${names[@]}"
}
list_services() { # into names
  local each
  for each in "/usr/lib/bakeline/start/$1"/*; do
    if [ -e "$each" ]; then names+=("\${each##*/}"); fi
  done
}
`;

/**
 * Units are enabled where they are installed, but a condition keeps systemd from starting them before first boot has
 * written their configuration: then `startedMarker` appears, and they start without a reload of systemd.
 */
export const startedMarker = "/var/lib/bakeline/started";

export const serviceFunctions = `install_service() { # name boot|ready drop-in unit?
  local units=/etc/systemd/system
  if [ $# = 4 ]; then write_file "$units/$1.service" root 0644 "$4"; fi
  write_file "$units/$1.service.d/bakeline.conf" root 0644 "$3"
  mkdir -p "/usr/lib/bakeline/start/$2"
  touch "/usr/lib/bakeline/start/$2/$1.service"
  systemctl enable --quiet --no-reload "$1.service"
  units_changed=/run/bakeline-units-changed
  touch "$units_changed"
}
check_service() { # name boot|ready
  [ -e "/usr/lib/bakeline/start/$2/$1.service" ] && [ -e "/etc/systemd/system/$1.service.d/bakeline.conf" ] &&
    systemctl cat "$1.service" >/dev/null
}
start_services() { # boot|ready
  local names=()
  list_services "$1"
  if [ \${#names[@]} = 0 ]; then return 0; fi
  if [ -e /run/bakeline-units-changed ]; then
    systemctl daemon-reload
    rm -f /run/bakeline-units-changed
  fi
  systemctl start --no-block "\${names[@]}"
}
list_services() { # into names
  local each
  for each in "/usr/lib/bakeline/start/$1"/*; do
    if [ -e "$each" ]; then names+=("\${each##*/}"); fi
  done
}
`;

/**
 * Packages, without what they merely recommend. Does nothing, not even ask a mirror, when all are there. cloud-init
 * may still be writing the list of mirrors when first boot begins, so apt waits for that.
 */
export const packageFunctions = `install_packages_apt() {
  if check_packages_apt "$@"; then return 0; fi
  local second options=(-y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold)
  for ((second = 0; second < 60; second++)); do
    [ "$(systemctl is-active cloud-config.service 2>/dev/null)" = activating ] || break
    sleep 1
  done
  apt-get update -qq -o DPkg::Lock::Timeout=300
  DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get install "\${options[@]}" "$@"
}
check_packages_apt() {
  local statuses
  statuses=$(dpkg-query -W -f '\${db:Status-Status}\\n' "$@" 2>/dev/null) && [[ ! $statuses =~ (^|$'\\n')[^i] ]]
}
install_packages_dnf() {
  if check_packages_dnf "$@"; then return 0; fi
  dnf install -y -q --setopt=install_weak_deps=False "$@"
}
check_packages_dnf() {
  rpm -q --quiet --whatprovides "$@"
}
install_package_files() { # apt|dnf, then key=sha256 of each
  local manager=$1 suffix=rpm each files=()
  shift
  if [ "$manager" = apt ]; then suffix=deb; fi
  ensure_imds
  fetch "$@"
  for each; do
    ln -sf "$objects/\${each#*=}" "$objects/\${each#*=}.$suffix"
    files+=("$objects/\${each#*=}.$suffix")
  done
  "install_package_files_$manager" "\${files[@]}"
  for each; do
    mkdir -p /usr/lib/bakeline/package-files
    touch "/usr/lib/bakeline/package-files/\${each#*=}"
    rm -f "$objects/\${each#*=}" "$objects/\${each#*=}.$suffix"
  done
}
install_package_files_apt() {
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
}
install_package_files_dnf() {
  dnf install -y -q --setopt=install_weak_deps=False "$@"
}
check_package_files() {
  local each
  for each; do
    [ -e "/usr/lib/bakeline/package-files/\${each#*=}" ] || return 1
  done
}
`;

/** Networks that are reached through an interface other than the first: its number and a block, one a line. */
export const interfaceRoutesPath = "/etc/bakeline/interface-routes";

/** The file that says which token the service writes with, while this instance of a pair is the active one. */
const fencingTokenPath = "/run/bakeline/fencing-token";

/**
 * The tag that names the interface which a host is known by. A tag, because only AWS knows the id: in user data it would
 * keep a preview from knowing any of it.
 */
export const interfaceTag = "bakeline:interface";

/** What an instance of a pair runs. */
export const pairAgentPath = "/usr/lib/bakeline/pair-agent.js";

/**
 * Interfaces beyond the first. EC2 drops what leaves by an interface with another's address, so a reply has to go by
 * the interface that its request came in on: each gets a table of its own, which rules choose by the source address.
 * One way on every operating system; what amazon-ec2-net-utils does on Amazon Linux stands in other tables.
 *
 * An address that DHCP has not set (the interface was attached later, or it is a secondary one) is set here, without the
 * route to its subnet that comes with one: in the first interface's subnet that would take packets away from it.
 */
export const interfaceFunctions = `configure_interfaces() {
  local mac number link address subnet gateway table block
  ensure_imds
  for mac in $(imds meta-data/network/interfaces/macs/); do
    mac=\${mac%/}
    link=$(find_link "$mac")
    if [ -z "$link" ]; then continue; fi
    number=$(imds "meta-data/network/interfaces/macs/$mac/device-number")
    subnet=$(imds "meta-data/network/interfaces/macs/$mac/subnet-ipv4-cidr-block")
    table=$((20000 + number))
    gateway=\${subnet%/*}
    gateway=\${gateway%.*}.$((\${gateway##*.} + 1))
    ip link set "$link" up
    for address in $(imds "meta-data/network/interfaces/macs/$mac/local-ipv4s"); do
      if [[ $(ip -o -4 address show dev "$link") != *" $address/"* ]]; then
        ip address add "$address/\${subnet#*/}" dev "$link" noprefixroute
      fi
      if [ "$number" = 0 ]; then continue; fi
      while ip rule del from "$address" 2>/dev/null; do :; done
      ip rule add from "$address" lookup "$table" priority "$table"
    done
    if [ "$number" = 0 ]; then continue; fi
    ip route replace "$subnet" dev "$link" table "$table"
    ip route replace default via "$gateway" dev "$link" onlink table "$table"
    if [ ! -e ${interfaceRoutesPath} ]; then continue; fi
    while read -r table block; do
      if [ "$table" = "$number" ]; then ip route replace "$block" via "$gateway" dev "$link" onlink; fi
    done <${interfaceRoutesPath}
  done
}
find_link() { # MAC address
  local name rest
  while read -r _ name rest; do
    if [[ $rest == *"link/ether $1 "* ]]; then
      name=\${name%:}
      echo "\${name%@*}"
    fi
  done < <(ip -o link show)
}
has_interface() { # id
  local mac
  for mac in $(imds meta-data/network/interfaces/macs/); do
    if [ "$(imds "meta-data/network/interfaces/macs/\${mac%/}/interface-id")" = "$1" ]; then return 0; fi
  done
  return 1
}
attach_interface() { # device index, seconds
  local own deadline=$((SECONDS + $2))
  ensure_imds
  own=$(imds meta-data/tags/instance/${interfaceTag})
  # The instance of before may still have it: EC2 refuses until that one has ended, and nothing is taken from it here.
  until has_interface "$own"; do
    if ((SECONDS >= deadline)); then
      echo "bakeline: interface $own is not free"
      return 1
    fi
    aws_request ec2 -o /dev/null -d Action=AttachNetworkInterface -d Version=2016-11-15 \\
      -d "NetworkInterfaceId=$own&InstanceId=$BAKELINE_INSTANCE_ID&DeviceIndex=$1" \\
      "https://ec2.$BAKELINE_REGION.$BAKELINE_DOMAIN/" || true
    sleep "\${BAKELINE_ATTACH_PAUSE:-2}"
  done
  configure_interfaces
}
run_pair_agent() {
  ensure_imds
  BAKELINE_INTERFACE=$(imds meta-data/tags/instance/${interfaceTag})
  export BAKELINE_INTERFACE
  exec node ${pairAgentPath}
}
begin_active() { # fencing token
  mkdir -p "$(dirname ${fencingTokenPath})"
  write_file ${fencingTokenPath} root 0644 "$1"
  configure_interfaces
  systemctl start bakeline-active.target
}
`;

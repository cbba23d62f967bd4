/** Users that may reach the metadata service, besides root: one name a line. */
export const imdsUsersPath = "/etc/bakeline/imds-users";

/**
 * Refuses the metadata service, and with it the role's credentials, to every user but root and those named. By uid
 * and in nftables, the one of the two that all our operating systems package.
 */
export const imdsFirewallFunctions = `imds_firewall() {
  local name uid uids=0
  while read -r name; do
    if uid=$(id -u "$name" 2>/dev/null); then uids+=", $uid"; fi
  done <${imdsUsersPath}
  nft -f - <<END
table inet bakeline_imds
delete table inet bakeline_imds
table inet bakeline_imds {
  chain output {
    type filter hook output priority filter;
    ip daddr 169.254.169.254 meta skuid != { $uids } reject
    ip6 daddr fd00:ec2::254 meta skuid != { $uids } reject
  }
}
END
}
`;

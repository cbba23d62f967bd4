/** Tests of an image, run on an instance booted from it. Each prints what it found: kind and path, never a content. */
export const imageTests: readonly { readonly name: string; readonly script: string }[] = [
  {
    name: "no-credentials",
    script: `found=$(find /root /home -xdev \\( -path '*/.aws/credentials' -o -path '*/.aws/config' -o -name .netrc -o -name .git-credentials \\
  -o -path '*/.docker/config.json' \\) -print)
if [ "$found" ]; then
  echo "credentials in the image: $found"
  exit 1
fi
`,
  },
  {
    name: "no-private-keys",
    script: `keys=$(grep -rlsE --include='*.pem' --include='*.key' --include='id_*' -e '-----BEGIN [A-Z ]*PRIVATE KEY-----' /root /home /etc /opt /srv |
  grep -vE '^/etc/ssl/private/ssl-cert-snakeoil[.]key$' || true)
if [ "$keys" ]; then
  echo "private keys in the image: $keys"
  exit 1
fi
`,
  },
  {
    name: "no-state-of-an-instance",
    script: `for path in /var/lib/bakeline/instances /var/lib/bakeline/started /var/lib/bakeline/objects; do
  if [ -e "$path" ]; then
    echo "an instance's own state in the image: $path"
    exit 1
  fi
done
`,
  },
  {
    name: "no-shell-history",
    script: `found=$(find /root /home -xdev -name '.*_history' -size +0 -print)
if [ "$found" ]; then
  echo "shell history in the image: $found"
  exit 1
fi
`,
  },
  {
    name: "no-authorized-keys",
    // Image Builder and cloud-init put the key pair of the test instance there; none is used.
    script: `found=$(find /root /home -xdev -path '*/.ssh/authorized_keys' -size +0 -print)
if [ "$found" ]; then
  echo "authorized keys in the image: $found"
  exit 1
fi
`,
  },
];

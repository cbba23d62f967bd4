/**
 * Files that appear whole or not at all: written beside their place with their final owner and mode, then moved.
 *
 * Facts are put into a template by text replacement, never by the shell's evaluation, so that no tag can run code.
 */
export const fileFunctions = `place_file() { # path owner mode, content on standard input
  local new=$1.bakeline-new
  if [ ! -d "\${1%/*}/" ]; then mkdir -p "\${1%/*}/"; fi
  rm -f "$new"
  # Created by us and for us alone: whoever else may write there cannot have put a link in its place.
  if ! { (umask 077 && set -C && cat >"$new") && chown "$2" "$new" && chmod "$3" "$new" && mv -fT "$new" "$1"; }; then
    rm -f "$new"
    return 1
  fi
}
write_file() { # path owner mode text
  place_file "$1" "$2" "$3" < <(printf %s "$4")
}
check_file() { # path owner mode sha256
  has_digest "$1" "$4" && [ "$(stat -c %U:%a "$1")" = "$2:\${3#0}" ]
}
render_template() { # path owner mode text
  local text=$4
  local -A values=(
    [instanceId]=$BAKELINE_INSTANCE_ID [availabilityZone]=$BAKELINE_AVAILABILITY_ZONE [region]=$BAKELINE_REGION
    [privateIp]=$BAKELINE_PRIVATE_IP [role]=$BAKELINE_ROLE [environment]=$BAKELINE_ENVIRONMENT
  )
  local rest=$text before fact
  text=
  while [[ $rest =~ \\{\\{[[:space:]]*([a-zA-Z]+)[[:space:]]*\\}\\} ]]; do
    fact=\${BASH_REMATCH[1]}
    before=\${rest%%"\${BASH_REMATCH[0]}"*}
    rest=\${rest#*"\${BASH_REMATCH[0]}"}
    text+=$before\${values[$fact]}
  done
  write_file "$1" "$2" "$3" "$text$rest"
}
`;

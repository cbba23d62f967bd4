/** A command and its test are programs of their own: what they set or change ends with them. */
export const commandFunctions = `run_unless() { # test command
  if check_command "$1"; then return 0; fi
  bash -euo pipefail -c "$2"
}
check_command() {
  bash -euo pipefail -c "$1" >/dev/null 2>&1
}
`;

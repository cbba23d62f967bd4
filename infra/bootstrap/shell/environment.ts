/** Where a workload's service finds what its instance is; systemd's `EnvironmentFile=` reads it. */
export const environmentFilePath = "/etc/bakeline/environment";

/**
 * Reads the environment file without evaluating it: the values of tags are not ours, and `$(…)` in one must stay text.
 */
export const environmentFunctions = `load_environment() {
  local name value
  # There is none while an image is built: the script that builds it says what is known then.
  if [ -e ${environmentFilePath} ]; then
    while IFS='=' read -r name value; do
      if [[ $name == BAKELINE_* ]]; then declare -gx "$name=$value"; fi
    done <${environmentFilePath}
  fi
  objects=/var/lib/bakeline/objects
  state=/var/lib/bakeline/instances/\${BAKELINE_INSTANCE_ID:-none}
  # Requests to AWS need a token of the metadata service first, but only the first of them.
  token=\${token-}
}
ensure_imds() {
  if [ -z "$token" ]; then open_imds; fi
}
`;

/**
 * Secrets go from the service to the file in one pipe: through no variable, argument or log, and tracing is off.
 *
 * Python reads the answer. A secret is any text, escaped as JSON, which no bash pattern undoes rightly; jq is on no
 * image of AWS's; and Python 3 is on every one that has cloud-init, which is written in it.
 */
export const secretFunctions = `write_secret() { # path owner mode parameterStore|secretsManager name
  { set +x; } 2>/dev/null
  local service target body
  case $4 in
    parameterStore) service=ssm target=AmazonSSM.GetParameter body="{\\"Name\\":\\"$5\\",\\"WithDecryption\\":true}" ;;
    secretsManager) service=secretsmanager target=secretsmanager.GetSecretValue body="{\\"SecretId\\":\\"$5\\"}" ;;
  esac
  ensure_imds
  if [ -z "\${signer-}" ]; then read_credentials; fi
  # Moved into place only when the whole pipe succeeded: an empty secret would look like one.
  local new=$1.bakeline-new
  if [ ! -d "\${1%/*}/" ]; then mkdir -p "\${1%/*}/"; fi
  rm -f "$new"
  if ! { (umask 077 && set -C && request_secret "$service" "$target" "$body" | read_secret >"$new") &&
    chown "$2" "$new" && chmod "$3" "$new" && mv -fT "$new" "$1"; }; then
    rm -f "$new"
    echo "bakeline: secret $5 of $service could not be read"
    return 1
  fi
}
request_secret() {
  aws_request "$1" -H "X-Amz-Target: $2" -H 'Content-Type: application/x-amz-json-1.1' -d "$3" \\
    "https://$1.$BAKELINE_REGION.$BAKELINE_DOMAIN/"
}
read_secret() {
  python3 -I -c '
import base64, json, sys
answer = json.load(sys.stdin)
if "SecretBinary" in answer:
    value = base64.b64decode(answer["SecretBinary"])
else:
    value = (answer["SecretString"] if "SecretString" in answer else answer["Parameter"]["Value"]).encode()
sys.stdout.buffer.write(value)
'
}
`;

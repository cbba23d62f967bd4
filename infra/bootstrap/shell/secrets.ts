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
  # Sent to the file only when the whole pipe succeeded: an empty secret would look like one.
  local temporary
  mkdir -p "$(dirname "$1")"
  temporary=$(umask 077 && mktemp "$1.XXXXXX")
  if ! { request_secret "$service" "$target" "$body" | read_secret >"$temporary" && chown "$2" "$temporary" &&
    chmod "$3" "$temporary" && mv -fT "$temporary" "$1"; }; then
    rm -f "$temporary"
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

/**
 * How a script speaks with the metadata service and with AWS. In the loader, which may find nothing else on the
 * instance, and in the base script.
 *
 * curl signs; credentials reach it on standard input, never in its arguments, which every user may list. A bash
 * pattern reads them from the metadata service's JSON: their characters never need an escape, and Python would cost
 * 20 ms at every boot. The header with the hash of an empty body is what S3 asks for and curl adds by itself only
 * from version 8 on.
 */
export const awsFunctions = `imds() {
  curl -sf --retry 5 --retry-connrefused -m 9 -w '\\n' -K - "\${@:2}" "http://169.254.169.254/latest/$1" \\
    <<<"header = \\"X-aws-ec2-metadata-token: $token\\""
}
open_imds() {
  token=$(curl -sfX PUT --retry 9 --retry-connrefused -m 9 -H 'X-aws-ec2-metadata-token-ttl-seconds: 21600' \\
    http://169.254.169.254/latest/api/token)
}
read_credentials() {
  local json pattern='"AccessKeyId" *: *"([^"]+)".*"SecretAccessKey" *: *"([^"]+)".*"Token" *: *"([^"]+)"'
  json=$(imds "meta-data/iam/security-credentials/$(imds meta-data/iam/security-credentials/)")
  [[ $json =~ $pattern ]] || return 1
  signer="user = \\"\${BASH_REMATCH[1]}:\${BASH_REMATCH[2]}\\"
header = \\"x-amz-security-token: \${BASH_REMATCH[3]}\\""
}
aws_request() {
  [ "\${signer-}" ] || read_credentials
  curl -sSfg --retry 5 --retry-connrefused --connect-timeout 5 --aws-sigv4 "aws:amz:$BAKELINE_REGION:$1" -K - "\${@:2}" <<<"$signer"
}
complete_launch() {
  if [ -z "\${BAKELINE_LAUNCH_HOOK-}" ] || [ -z "\${BAKELINE_GROUP-}" ]; then return 0; fi
  aws_request autoscaling -o /dev/null -d Action=CompleteLifecycleAction -d Version=2011-01-01 \\
    -d "InstanceId=$BAKELINE_INSTANCE_ID&LifecycleActionResult=$1" \\
    --data-urlencode "LifecycleHookName=$BAKELINE_LAUNCH_HOOK" --data-urlencode "AutoScalingGroupName=$BAKELINE_GROUP" \\
    "https://autoscaling.$BAKELINE_REGION.$BAKELINE_DOMAIN/"
}
has_digest() {
  [ -f "$1" ] && sha256sum --status -c - <<<"$2  $1"
}
fetch() {
  local each wanted=()
  mkdir -p "$objects"
  for each; do
    has_digest "$objects/\${each#*=}" "\${each#*=}" || wanted+=("$each")
  done
  if [ \${#wanted[@]} = 0 ]; then return 0; fi
  local arguments=()
  for each in "\${wanted[@]}"; do
    arguments+=(-o "$objects/\${each#*=}.part" "https://$BAKELINE_BUCKET.s3.$BAKELINE_REGION.$BAKELINE_DOMAIN/\${each%=*}")
  done
  aws_request s3 --no-progress-meter --parallel \\
    -H x-amz-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 "\${arguments[@]}"
  local status=0
  for each in "\${wanted[@]}"; do
    if has_digest "$objects/\${each#*=}.part" "\${each#*=}"; then
      mv -f "$objects/\${each#*=}.part" "$objects/\${each#*=}"
    else
      echo "bakeline: refused: \${each%=*} has not the digest \${each#*=}"
      rm -f "$objects/\${each#*=}.part"
      status=1
    fi
  done
  return $status
}
`;

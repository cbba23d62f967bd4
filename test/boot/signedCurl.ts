import { region } from "./rig/vpc";

/**
 * Bash that defines `signed <service> <curl argument…>`: curl with the instance role's credentials from the metadata
 * service, printing the body, a space and the status.
 */
export const signedCurl = `
imds=http://169.254.169.254/latest
token=$(curl -fsS -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' $imds/api/token)
read_imds() { curl -fsS -H "X-aws-ec2-metadata-token: $token" "$imds/$1"; }
credentials=$(read_imds "meta-data/iam/security-credentials/$(read_imds meta-data/iam/security-credentials/)")
field() { sed -nE 's/^ *"'"$1"'" *: *"([^"]*)".*/\\1/p' <<<"$credentials"; }
key_id=$(field AccessKeyId) secret=$(field SecretAccessKey) session=$(field Token)
signed() {
  local service=$1
  shift
  curl -sS -w ' %{http_code}' --aws-sigv4 "aws:amz:${region}:$service" --user "$key_id:$secret" \\
    -H "x-amz-security-token: $session" "$@"
}
get_object() { signed s3 -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' "https://$1.s3.${region}.amazonaws.com/$2"; }
`;

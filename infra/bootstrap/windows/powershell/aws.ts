/**
 * How a script speaks with the metadata service and with AWS: by AWS Tools for PowerShell, which every Windows AMI of
 * AWS's has (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html#user-data-powershell) and which use the
 * instance's role. In the loader, which may find nothing else on the instance, and in the base script.
 */
export const awsFunctions = `$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 3
$script:token = $null
function Convert-Base64([string] $Text) {
  [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Text))
}
function Get-Metadata([string] $Path) {
  if (-not $script:token) {
    $script:token = Invoke-RestMethod -Method Put -Uri 'http://169.254.169.254/latest/api/token' -TimeoutSec 9 -Headers @{
      'X-aws-ec2-metadata-token-ttl-seconds' = '21600'
    }
  }
  Invoke-RestMethod -Uri "http://169.254.169.254/latest/$Path" -TimeoutSec 9 -Headers @{ 'X-aws-ec2-metadata-token' = $script:token }
}
function Test-Digest([string] $File, [string] $Sha256) {
  (Test-Path -LiteralPath $File -PathType Leaf) -and ((Get-FileHash -LiteralPath $File -Algorithm SHA256).Hash -eq $Sha256)
}
function Get-BootstrapObject([string] $Key, [string] $Sha256) {
  $file = Join-Path $script:objects $Sha256
  if (Test-Digest $file $Sha256) { return $file }
  Read-S3Object -BucketName $facts.bucket -Key $Key -File "$file.part" -Region $facts.region | Out-Null
  if (-not (Test-Digest "$file.part" $Sha256)) {
    Remove-Item -LiteralPath "$file.part"
    throw "refused: $Key has not the digest $Sha256"
  }
  Move-Item -LiteralPath "$file.part" -Destination $file -Force
  $file
}
function Complete-Launch([string] $Result) {
  if (-not $facts.launchHookName -or -not $facts.autoScalingGroupName) { return }
  Complete-ASLifecycleAction -LifecycleHookName $facts.launchHookName -AutoScalingGroupName $facts.autoScalingGroupName \`
    -InstanceId $facts.instanceId -LifecycleActionResult $Result -Region $facts.region | Out-Null
}
`;

/**
 * A command is a script of its own process, so that \`exit\` means what it says. 3010 asks for a restart after which the
 * boot goes on with the next step: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2launch-v2-settings.html
 */
export const commandFunctions = `function Invoke-Text([string] $Text) {
  $file = Join-Path $script:work "command-$([Guid]::NewGuid()).ps1"
  [IO.File]::WriteAllText($file, "\`$ErrorActionPreference = 'Stop'\`n$Text", (New-Object Text.UTF8Encoding($true)))
  try {
    & powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $file | Out-Host
    $LASTEXITCODE
  } finally {
    Remove-Item -LiteralPath $file -Force
  }
}
function Invoke-Unless([string] $Unless, [string] $Run) {
  if ((Invoke-Text $Unless) -eq 0) { return }
  $code = Invoke-Text $Run
  if ($code -eq 3010) { Request-Restart } else { Assert-Done ($code -eq 0) "the command ended with $code" }
}
function Test-Command([string] $Unless) {
  Assert-Done ((Invoke-Text $Unless) -eq 0) 'the command has not done its work'
}
function Request-Restart {
  $script:restart = $true
}
`;

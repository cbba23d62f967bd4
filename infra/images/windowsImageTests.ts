/** As imageTests.ts, for Windows Server: what each finds is printed by kind and path, never by content. */
export const windowsImageTests: readonly { readonly name: string; readonly script: string }[] = [
  {
    name: "no-credentials",
    script: `$found = @(Get-ChildItem -Path 'C:\\Users\\*\\.aws\\credentials', 'C:\\Users\\*\\.aws\\config', 'C:\\Users\\*\\.git-credentials', \`
  'C:\\Users\\*\\AppData\\Local\\AWSToolkit\\RegisteredAccounts.json' -Force -ErrorAction SilentlyContinue)
if ($found.Count -gt 0) { throw "credentials in the image: $($found.FullName)" }
`,
  },
  {
    name: "no-private-keys",
    script: `$files = Get-ChildItem -Path 'C:\\ProgramData', 'C:\\Users' -Include '*.pem', '*.key', 'id_*' -Recurse -File -Force -ErrorAction SilentlyContinue
$found = @($files | Where-Object { Select-String -LiteralPath $_.FullName -Pattern '-----BEGIN [A-Z ]*PRIVATE KEY-----' -Quiet })
if ($found.Count -gt 0) { throw "private keys in the image: $($found.FullName)" }
`,
  },
  {
    name: "no-state-of-an-instance",
    script: `foreach ($path in 'instances', 'objects', 'work', 'boot.log') {
  if (Test-Path -LiteralPath "C:\\ProgramData\\Bakeline\\$path") { throw "an instance's own state in the image: $path" }
}
`,
  },
  {
    name: "no-shell-history",
    script: `$found = @(Get-ChildItem -Path 'C:\\Users\\*\\AppData\\Roaming\\Microsoft\\Windows\\PowerShell\\PSReadLine\\ConsoleHost_history.txt' -Force -ErrorAction SilentlyContinue)
if ($found.Count -gt 0) { throw "shell history in the image: $($found.FullName)" }
`,
  },
];

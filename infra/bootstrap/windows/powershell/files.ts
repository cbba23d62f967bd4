/**
 * Files that appear whole or not at all, in UTF-8 without a byte order mark. A file for one account is nobody else's
 * from its first byte on: it is created with its access list, which inherits nothing.
 *
 * Facts are put into a template by text replacement, never by PowerShell's evaluation, so that no tag can run code.
 */
export const fileFunctions = `function Write-WholeFile([string] $Path, [byte[]] $Bytes, [string] $Reader = '') {
  New-Item -ItemType Directory -Force -Path (Split-Path -Parent $Path) | Out-Null
  $new = "$Path.bakeline-new"
  Remove-Item -LiteralPath $new -Force -ErrorAction SilentlyContinue
  if ($Reader) {
    $access = New-Object Security.AccessControl.FileSecurity
    $access.SetAccessRuleProtection($true, $false)
    foreach ($account in 'NT AUTHORITY\\SYSTEM', 'BUILTIN\\Administrators') {
      $access.AddAccessRule((New-Object Security.AccessControl.FileSystemAccessRule($account, 'FullControl', 'Allow')))
    }
    $access.AddAccessRule((New-Object Security.AccessControl.FileSystemAccessRule($Reader, 'Read', 'Allow')))
    $stream = New-Object IO.FileStream($new, 'CreateNew', 'FullControl', 'None', 4096, 'None', $access)
  } else {
    $stream = New-Object IO.FileStream($new, 'CreateNew', 'Write', 'None')
  }
  try { $stream.Write($Bytes, 0, $Bytes.Length) } finally { $stream.Dispose() }
  Move-Item -LiteralPath $new -Destination $Path -Force
}
function Write-TextFile([string] $Path, [string] $Text) {
  Write-WholeFile $Path ([Text.Encoding]::UTF8.GetBytes($Text))
}
function Test-TextFile([string] $Path, [string] $Sha256) {
  Assert-Done (Test-Digest $Path $Sha256) "$Path is not what it should be"
}
function Expand-Template([string] $Path, [string] $Text) {
  $replaced = [regex]::Replace($Text, '\\{\\{\\s*([a-zA-Z]+)\\s*\\}\\}', { param($match) [string] $facts[$match.Groups[1].Value] })
  Write-TextFile $Path $replaced
}
function Test-File([string] $Path) {
  Assert-Done (Test-Path -LiteralPath $Path -PathType Leaf) "$Path is missing"
}
function Assert-Done([bool] $Done, [string] $Otherwise) {
  if (-not $Done) { throw $Otherwise }
}
`;

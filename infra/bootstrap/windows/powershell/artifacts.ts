/**
 * Releases lie beside each other; the application's directory is a junction that changes from one to the next. tar.exe is
 * part of Windows Server since 2019, so that one archive serves all operating systems.
 */
export const artifactFunctions = `function Install-Artifact([string] $Directory, [string] $Version, [string] $Key, [string] $Sha256) {
  $release = "$Directory-$Version-$($Sha256.Substring(0, 12))"
  if (Test-Release $Directory $release) { return }
  $archive = Get-BootstrapObject $Key $Sha256
  foreach ($old in "$release.new", $release) {
    if (Test-Path -LiteralPath $old) { Remove-Item -LiteralPath $old -Recurse -Force }
  }
  New-Item -ItemType Directory -Force -Path "$release.new" | Out-Null
  & "$env:SystemRoot\\System32\\tar.exe" -xzf $archive -C "$release.new"
  Assert-Done ($LASTEXITCODE -eq 0) "$Key could not be unpacked"
  Move-Item -LiteralPath "$release.new" -Destination $release
  if (Test-Path -LiteralPath $Directory) { [IO.Directory]::Delete($Directory) }
  New-Item -ItemType Junction -Path $Directory -Target $release | Out-Null
  Remove-Item -LiteralPath $archive
}
function Test-Release([string] $Directory, [string] $Release) {
  $link = Get-Item -LiteralPath $Directory -ErrorAction SilentlyContinue
  ($null -ne $link) -and ($link.LinkType -eq 'Junction') -and (@($link.Target)[0] -eq $Release) -and (Test-Path -LiteralPath $Release)
}
function Test-Artifact([string] $Directory, [string] $Version, [string] $Key, [string] $Sha256) {
  Assert-Done (Test-Release $Directory "$Directory-$Version-$($Sha256.Substring(0, 12))") "$Directory is not release $Version of $Key"
}
`;

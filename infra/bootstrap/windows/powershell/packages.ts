/**
 * Windows Server's own repository is its list of features; anything else comes as a package file of the bootstrap bucket,
 * checked like every object. No package manager of others: winget does not run as LocalSystem, where user data runs, and
 * is on no AMI before Windows Server 2025; Chocolatey's community repository is neither AWS's nor Microsoft's.
 * https://learn.microsoft.com/windows/package-manager/winget/ (read in November 2026)
 *
 * 3010 is Windows Installer's word for "done after a restart".
 */
export const packageFunctions = `function Install-Features([string[]] $Names) {
  $known = @(Get-WindowsFeature -Name $Names)
  $unknown = @($Names | Where-Object { $_ -notin @($known | ForEach-Object { $_.Name }) })
  Assert-Done ($unknown.Count -eq 0) "Windows Server has no features of these names: $unknown"
  $missing = @($known | Where-Object { -not $_.Installed } | ForEach-Object { $_.Name })
  if ($missing.Count -eq 0) { return }
  $result = Install-WindowsFeature -Name $missing
  Assert-Done $result.Success "features could not be installed: $missing"
  if ("$($result.RestartNeeded)" -eq 'Yes') { Request-Restart }
}
function Test-Features([string[]] $Names) {
  $installed = @(Get-WindowsFeature -Name $Names | Where-Object { $_.Installed } | ForEach-Object { $_.Name })
  $missing = @($Names | Where-Object { $_ -notin $installed })
  Assert-Done ($missing.Count -eq 0) "features are not installed: $missing"
}
function Install-PackageFile([string] $Key, [string] $Sha256) {
  $marker = "C:\\ProgramData\\Bakeline\\package-files\\$Sha256"
  if (Test-Path -LiteralPath $marker) { return }
  $file = Get-BootstrapObject $Key $Sha256
  Move-Item -LiteralPath $file -Destination "$file.msi" -Force
  $installer = Start-Process msiexec.exe -ArgumentList '/i', "\`"$file.msi\`"", '/qn', '/norestart' -Wait -PassThru
  Assert-Done ($installer.ExitCode -in 0, 3010) "Windows Installer ended with $($installer.ExitCode) for $Key"
  if ($installer.ExitCode -eq 3010) { Request-Restart }
  Remove-Item -LiteralPath "$file.msi"
  Write-TextFile $marker ''
}
function Test-PackageFile([string] $Key, [string] $Sha256) {
  Assert-Done (Test-Path -LiteralPath "C:\\ProgramData\\Bakeline\\package-files\\$Sha256") "$Key is not installed"
}
`;

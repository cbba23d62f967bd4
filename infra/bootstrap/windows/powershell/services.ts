/**
 * Services are installed to start by hand only, so that none starts before first boot has written its configuration; first
 * boot starts them, and from then on Windows does. Windows gives every service the same time to stop at shutdown, so the
 * longest drain counts: https://learn.microsoft.com/windows/win32/services/service-control-handler-function
 */
export const serviceFunctions = `function Set-StopTime([int] $Seconds) {
  $control = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control'
  $present = [int] (Get-ItemProperty -Path $control -Name WaitToKillServiceTimeout).WaitToKillServiceTimeout
  if ($present -lt $Seconds * 1000) { Set-ItemProperty -Path $control -Name WaitToKillServiceTimeout -Value "$($Seconds * 1000)" }
}
function Install-Service([string] $Name, [string] $StartAt, [int] $StopSeconds) {
  Set-Service -Name $Name -StartupType Manual
  Set-StopTime $StopSeconds
  & sc.exe failure $Name reset= 86400 actions= restart/5000/restart/5000/restart/60000 | Out-Null
  Assert-Done ($LASTEXITCODE -eq 0) "service $Name could not be told to restart after a failure"
  Write-TextFile "C:\\ProgramData\\Bakeline\\start\\$StartAt\\service-$Name" $Name
}
function Test-Service([string] $Name, [string] $StartAt) {
  Get-Service -Name $Name | Out-Null
  Test-File "C:\\ProgramData\\Bakeline\\start\\$StartAt\\service-$Name"
}
function Install-Schedule([string] $Name, [string] $StartAt, [string] $Program, [string] $Arguments, [int] $Minutes) {
  $action = New-ScheduledTaskAction -Execute $Program -Argument $Arguments
  $trigger = New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes $Minutes)
  $settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew -Disable
  Register-ScheduledTask -TaskName $Name -User 'NT AUTHORITY\\SYSTEM' -RunLevel Highest -Action $action -Trigger $trigger \`
    -Settings $settings -Force | Out-Null
  Write-TextFile "C:\\ProgramData\\Bakeline\\start\\$StartAt\\schedule-$Name" $Name
}
function Test-Schedule([string] $Name) {
  Get-ScheduledTask -TaskName $Name | Out-Null
}
function Get-Started([string] $StartAt, [string] $Kind) {
  $folder = "C:\\ProgramData\\Bakeline\\start\\$StartAt"
  if (-not (Test-Path -LiteralPath $folder)) { return }
  Get-ChildItem -LiteralPath $folder -Filter "$Kind-*" | Sort-Object Name | ForEach-Object { Get-Content -LiteralPath $_.FullName }
}
function Start-Services([string] $StartAt) {
  foreach ($name in @(Get-Started $StartAt 'service')) {
    Set-Service -Name $name -StartupType Automatic
    Restart-Service -Name $name -Force
  }
  foreach ($name in @(Get-Started $StartAt 'schedule')) { Enable-ScheduledTask -TaskName $name | Out-Null }
}
`;

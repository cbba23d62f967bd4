/**
 * First boot, from the steps that the loader has laid out to the instance's report. EC2Launch runs this at every boot, and
 * every step is done once: its marker is the digest of its text. A step that needs a restart is done before it, so the
 * boot after goes on with the next; so does one after a boot that was cut off.
 */
export const bootFunctions = `function Invoke-Boot {
  Invoke-Steps
  $script:current = 'start of services'
  Start-Services 'boot'
  $script:current = 'health check'
  Wait-Healthy
  $script:current = 'report'
  Complete-Launch 'CONTINUE'
  Write-TextFile (Join-Path $script:state 'complete') ''
  try { Write-Lag (Get-SecondsSinceLaunch) } catch { Write-Line 'the metric was refused' }
  $script:current = 'start of agents'
  Start-Services 'ready'
  Write-Line 'ready'
}
function Invoke-Steps {
  New-Item -ItemType Directory -Force -Path (Join-Path $script:state 'done') | Out-Null
  $files = @(Get-ChildItem -LiteralPath (Join-Path $script:state 'steps') -Filter '*.ps1')
  $names = [string[]] @($files | ForEach-Object { $_.Name })
  [Array]::Sort($names, [StringComparer]::Ordinal)
  foreach ($name in $names) {
    $file = Join-Path $script:state "steps\\$name"
    $marker = Join-Path $script:state "done\\$((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash)"
    if (Test-Path -LiteralPath $marker) { continue }
    $script:current = "step $($name -replace '\\.ps1$', '')"
    Write-Line $script:current
    $script:restart = $false
    . $file
    Write-TextFile $marker ''
    if ($script:restart) {
      Write-Line 'restart'
      Stop-Transcript | Out-Null
      exit 3010
    }
  }
}
function Wait-Healthy {
  $deadline = [DateTime]::UtcNow.AddSeconds($facts.readyTimeoutSeconds)
  while ($true) {
    try {
      $answer = Invoke-WebRequest -UseBasicParsing -TimeoutSec 5 -Uri "http://127.0.0.1:$($facts.port)$($facts.healthCheckPath)"
      if ($answer.StatusCode -eq 200) { return }
    } catch {
      # Not yet: the deadline decides.
      Start-Sleep -Milliseconds 200
    }
    Assert-Done ([DateTime]::UtcNow -lt $deadline) "no healthy answer in $($facts.readyTimeoutSeconds) seconds"
  }
}
`;

import { metricNamespace } from "../../shell/report";

/** Everything that boot prints. EC2Launch's own log has it too. */
export const bootLogPath = "C:\\ProgramData\\Bakeline\\boot.log";

/** What the instance tells AWS about its boot: as on Linux (shell/report.ts), by AWS Tools for PowerShell. */
export const reportFunctions = `function Write-Line([string] $Text) {
  Write-Host "bakeline: $Text"
  try {
    # The console that EC2 shows. Without the port there is the log.
    $port = New-Object IO.Ports.SerialPort('COM1')
    $port.Open()
    $port.WriteLine("bakeline: $Text")
    $port.Close()
  } catch { return }
}
function Write-LogEvent([string] $Event, [string] $Step) {
  $stream = "boot/$($facts.instanceId)"
  try {
    New-CWLLogStream -LogGroupName $facts.logGroupName -LogStreamName $stream -Region $facts.region
  } catch {
    # It is there already when an instance reports twice; if it is not, the next call says so.
    Write-Host "bakeline: $($_.Exception.GetType().Name)"
  }
  $message = [ordered] @{
    event = $Event; step = $Step; workload = $facts.workload; tier = $facts.tier; role = $facts.role
    environment = $facts.environment; instance_id = $facts.instanceId
    lastLines = @(Get-Content -LiteralPath '${bootLogPath}' -Tail 20 -ErrorAction SilentlyContinue | ForEach-Object { "$_" })
  }
  $entry = New-Object Amazon.CloudWatchLogs.Model.InputLogEvent
  $entry.Timestamp = [DateTime]::UtcNow
  $entry.Message = ConvertTo-Json -Compress $message
  Write-CWLLogEvent -LogGroupName $facts.logGroupName -LogStreamName $stream -LogEvent $entry -Region $facts.region | Out-Null
}
function Write-Lag([double] $Seconds) {
  $datum = New-Object Amazon.CloudWatch.Model.MetricDatum
  $datum.MetricName = 'ReadyForServiceLag'
  $datum.Unit = 'Seconds'
  $datum.Value = $Seconds
  foreach ($dimension in @{ Name = 'Workload'; Value = $facts.workload }, @{ Name = 'Tier'; Value = $facts.tier }) {
    $datum.Dimensions.Add((New-Object Amazon.CloudWatch.Model.Dimension -Property $dimension))
  }
  Write-CWMetricData -Namespace '${metricNamespace}' -MetricData $datum -Region $facts.region
}
function Get-SecondsSinceLaunch {
  $launched = [DateTime]::Parse((Get-Metadata 'dynamic/instance-identity/document').pendingTime).ToUniversalTime()
  ([DateTime]::UtcNow - $launched).TotalSeconds
}
function Stop-Boot([string] $What, [string] $Why) {
  Write-Line "abandoned: $What ($Why)"
  Stop-Transcript | Out-Null
  # Each is tried, whatever became of the one before.
  try { Complete-Launch 'ABANDON' } catch { Write-Line 'the launch could not be abandoned' }
  try { Write-LogEvent 'abandoned' $What } catch { Write-Line 'the failure could not be logged' }
  exit 1
}
`;

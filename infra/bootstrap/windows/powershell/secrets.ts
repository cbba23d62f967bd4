/** Secrets go from the service to the file, through no argument of a process and nothing that prints. */
export const secretFunctions = `function Write-Secret([string] $Path, [string] $Owner, [string] $Kind, [string] $Name) {
  try {
    $bytes = switch ($Kind) {
      'parameterStore' {
        , [Text.Encoding]::UTF8.GetBytes((Get-SSMParameter -Name $Name -WithDecryption $true -Region $facts.region).Value)
      }
      'secretsManager' {
        $answer = Get-SECSecretValue -SecretId $Name -Region $facts.region
        if ($null -ne $answer.SecretString) { , [Text.Encoding]::UTF8.GetBytes($answer.SecretString) }
        else { , $answer.SecretBinary.ToArray() }
      }
    }
    Write-WholeFile $Path $bytes $Owner
  } catch {
    # The error itself may repeat what it could not handle.
    throw "secret $Name of $Kind could not be written to $Path ($($_.Exception.GetType().Name))"
  }
}
`;

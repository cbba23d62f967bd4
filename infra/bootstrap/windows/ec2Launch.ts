import { Scalar, stringify } from "yaml";

/**
 * User data as EC2Launch v2 takes it: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2launch-v2-task-definitions.html
 * and https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html#user-data-yaml-scripts, read in November 2026.
 *
 * YAML, not `<powershell>`: it says as whom the script runs, where the tag leaves that to how the password is set. At every
 * boot, because a step may need a restart, which EC2Launch makes when the script ends with 3010.
 */
export function renderEc2LaunchUserData(script: string): string {
  const version = new Scalar(1.1);
  const task = {
    task: "executeScript",
    inputs: [{ frequency: "always", type: "powershell", runAs: "localSystem", content: script }],
  };
  // Lines stay whole: a folded one would be another script.
  return stringify({ version, tasks: [task] }, { lineWidth: 0, blockQuote: "literal" });
}

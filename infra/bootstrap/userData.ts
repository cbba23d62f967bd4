/** What an instance is told about itself at its first boot. */
export interface BootFacts {
  readonly workload: string;
  readonly role: string;
  readonly environment: string;
  readonly stack: string;
  readonly port: number;
  /** Name of the CloudWatch log group that the workload writes to. */
  readonly logGroupName: string;
}

/** EC2's limit, on the text before it is base64: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
export const maximumUserDataBytes = 16_384;

/** Where a workload's service finds the facts; systemd's `EnvironmentFile=` reads it. */
export const environmentFilePath = "/etc/bakeline/environment";

/** The user data of a launch template, as EC2 takes it: base64. @throws Error when it exceeds EC2's limit. */
export function renderUserData(facts: BootFacts): string {
  return encodeUserData(facts.workload, renderCloudConfig(facts));
}

/** JSON is YAML: cloud-init reads it as such, and no quoting rule is left to get wrong. */
function renderCloudConfig(facts: BootFacts): string {
  const config = {
    write_files: [
      {
        path: environmentFilePath,
        owner: "root:root",
        permissions: "0644",
        content: renderEnvironmentFile(facts),
      },
    ],
  };
  return `#cloud-config\n${JSON.stringify(config, undefined, 2)}\n`;
}

function renderEnvironmentFile({
  workload,
  role,
  environment,
  stack,
  port,
  logGroupName,
}: BootFacts): string {
  const variables = {
    BAKELINE_WORKLOAD: workload,
    BAKELINE_ROLE: role,
    BAKELINE_ENVIRONMENT: environment,
    BAKELINE_STACK: stack,
    BAKELINE_PORT: `${port}`,
    BAKELINE_LOG_GROUP: logGroupName,
  };
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");
}

/** Base64 of a text that fits. @throws Error naming the workload, the bytes found and the bytes allowed. */
export function encodeUserData(workload: string, text: string): string {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length > maximumUserDataBytes)
    throw new Error(
      `user data of workload ${workload}: expected at most ${maximumUserDataBytes} bytes before base64, got ${bytes.length}; move what is large into the image or to S3`,
    );
  return bytes.toString("base64");
}

import { EC2Client } from "@aws-sdk/client-ec2";
import { type ApplianceSettings, failOver } from "./failOver";

const client = new EC2Client({ maxAttempts: 5 });

/** What EventBridge calls: every minute, and when an instance of the appliance changes its state. */
export async function handler(): Promise<void> {
  const replacements = await failOver({ client, settings: readSettings(process.env.APPLIANCE) });
  for (const { routeTableId, destinationCidrBlock, interfaceId } of replacements)
    console.log(`${routeTableId}: ${destinationCidrBlock} leads to ${interfaceId} now`);
}

function readSettings(text: string | undefined): ApplianceSettings {
  const settings: unknown = JSON.parse(text ?? "null");
  if (!isSettings(settings)) throw new Error("APPLIANCE: expected the settings as JSON, got something else");
  return settings;
}

/** Written by our own program: what is checked is that it was, not what is in it. */
function isSettings(value: unknown): value is ApplianceSettings {
  return typeof value === "object" && value !== null && "members" in value && "routeTableIds" in value;
}

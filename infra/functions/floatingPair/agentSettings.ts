/** What the agent is told by its instance's configuration. */
export interface AgentSettings {
  readonly tableName: string;
  readonly pair: string;
  /** Where the floating interface is attached. */
  readonly deviceIndex: number;
  readonly port: number;
  readonly healthCheckPath: string;
  readonly leaseSeconds: number;
  readonly renewSeconds: number;
}

export const agentSettingsPath = "/etc/bakeline/pair.json";

export function renderAgentSettings(settings: AgentSettings): string {
  return `${JSON.stringify(settings)}\n`;
}

/** @throws Error naming what is wrong */
export function parseAgentSettings(text: string): AgentSettings {
  const value: unknown = JSON.parse(text);
  const known: Readonly<Record<keyof AgentSettings, "string" | "number">> = {
    tableName: "string",
    pair: "string",
    deviceIndex: "number",
    port: "number",
    healthCheckPath: "string",
    leaseSeconds: "number",
    renewSeconds: "number",
  };
  const wrong = Object.entries(known).filter(
    ([name, type]) => typeof value !== "object" || value === null || typeof Reflect.get(value, name) !== type,
  );
  if (wrong.length > 0 || !isSettings(value))
    throw new Error(
      `${agentSettingsPath}: ${wrong.map(([name, type]) => `${name}: expected a ${type}`).join("; ")}; bake or boot it anew`,
    );
  return value;
}

/** By its names; their types have been looked at. */
function isSettings(value: unknown): value is AgentSettings {
  return typeof value === "object" && value !== null && "renewSeconds" in value;
}

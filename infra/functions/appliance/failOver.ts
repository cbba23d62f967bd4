import { DescribeRouteTablesCommand, type EC2Client, ReplaceRouteCommand } from "@aws-sdk/client-ec2";
import { type ApplianceRoute, planFailOver, type Replacement } from "./planFailOver";
import { isHealthy, type Probe } from "./probe";

/** What the function is told by its environment, as JSON. */
export interface ApplianceSettings {
  readonly members: readonly { readonly interfaceId: string; readonly address: string }[];
  readonly port: number;
  readonly path: string;
  readonly routeTableIds: readonly string[];
  readonly destinationCidrBlocks: readonly string[];
}

export interface FailOverParts {
  readonly client: EC2Client;
  readonly settings: ApplianceSettings;
  /** For tests, whose members do not listen at the addresses that AWS gave them. */
  readonly probe?: (probe: Probe) => Promise<boolean>;
}

/**
 * Looks at the members and at the routes, and moves what has to be. It remembers nothing, so that an event which arrives
 * twice, or a run that was cut off in the middle, only leaves less to do.
 * @throws AggregateError of the routes that AWS did not replace; the others are
 */
export async function failOver({
  client,
  settings,
  probe = isHealthy,
}: FailOverParts): Promise<Replacement[]> {
  const { members, port, path } = settings;
  const [routes, health] = await Promise.all([
    readRoutes(client, settings),
    Promise.all(
      members.map(async ({ interfaceId, address }) => ({
        interfaceId,
        healthy: await probe({ address, port, path }),
      })),
    ),
  ]);
  const replacements = planFailOver(health, routes);
  const outcomes = await Promise.allSettled(replacements.map((one) => replaceRoute(client, one)));
  const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} of ${replacements.length} routes were not replaced`,
    );
  return replacements;
}

/** Every route that there should be. One that somebody deleted is not made anew: that is the program's to do. */
async function readRoutes(
  client: EC2Client,
  { routeTableIds, destinationCidrBlocks }: ApplianceSettings,
): Promise<ApplianceRoute[]> {
  const { RouteTables = [] } = await client.send(
    new DescribeRouteTablesCommand({ RouteTableIds: [...routeTableIds] }),
  );
  return RouteTables.flatMap(({ RouteTableId: routeTableId = "", Routes = [] }) =>
    Routes.flatMap(({ DestinationCidrBlock: destinationCidrBlock = "", NetworkInterfaceId: interfaceId }) =>
      destinationCidrBlocks.includes(destinationCidrBlock)
        ? [{ routeTableId, destinationCidrBlock, interfaceId }]
        : [],
    ),
  );
}

async function replaceRoute(client: EC2Client, replacement: Replacement): Promise<void> {
  await client.send(
    new ReplaceRouteCommand({
      RouteTableId: replacement.routeTableId,
      DestinationCidrBlock: replacement.destinationCidrBlock,
      NetworkInterfaceId: replacement.interfaceId,
    }),
  );
}

/** A member of an appliance, by the interface that packets pass through. */
export interface MemberHealth {
  readonly interfaceId: string;
  readonly healthy: boolean;
}

/** A route to the appliance, as it is. */
export interface ApplianceRoute {
  readonly routeTableId: string;
  readonly destinationCidrBlock: string;
  /** Undefined where the route leads elsewhere, or nowhere. */
  readonly interfaceId: string | undefined;
}

export interface Replacement {
  readonly routeTableId: string;
  readonly destinationCidrBlock: string;
  readonly interfaceId: string;
}

/**
 * Which routes are to lead elsewhere. All lead to one member, so that a flow's packets pass through one in both
 * directions. They stay where most are while that member is healthy, and go back by no rule: each change breaks the flows
 * that the appliance keeps track of. While nobody is healthy nothing moves, since a check that fails everywhere says
 * more about the check.
 */
export function planFailOver(
  members: readonly MemberHealth[],
  routes: readonly ApplianceRoute[],
): Replacement[] {
  const healthy = members.filter((member) => member.healthy).map(({ interfaceId }) => interfaceId);
  const routesTo = (id: string) => routes.filter(({ interfaceId }) => interfaceId === id).length;
  const [target] = healthy.toSorted((a, b) => routesTo(b) - routesTo(a));
  if (target === undefined) return [];
  return routes
    .filter(({ interfaceId }) => interfaceId !== target)
    .map(({ routeTableId, destinationCidrBlock }) => ({
      routeTableId,
      destinationCidrBlock,
      interfaceId: target,
    }));
}

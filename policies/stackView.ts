import type { Context, StackResource, StackView } from "./context";
import type { ResourceTypes } from "./resourceTypes";

/** A resource that is judged. */
export interface Subject {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly protect: boolean;
}

/** What a rule is told, from what is known of a resource and of its stack. */
export function contextOf(
  { type, name, urn, protect }: Subject,
  around: {
    readonly environment: string;
    readonly today: Date;
    readonly stack: StackView;
    readonly computedFrom: Readonly<Record<string, readonly string[]>>;
  },
): Context {
  const { environment, today, stack, computedFrom } = around;
  return {
    type,
    name,
    urn,
    protect,
    environment,
    today,
    stack,
    computedFrom: (property) => computedFrom[property] ?? [],
  };
}

/** What a rule is told that looks at nothing but the resource itself. */
export function soleContext(
  subject: Subject,
  { environment = "prod", today = new Date() }: { environment?: string; today?: Date } = {},
): Context {
  return contextOf(subject, { environment, today, stack: emptyStack, computedFrom: {} });
}

export const emptyStack: StackView = { all: () => [] };

/** A stack of these resources, under the present names of their types. */
export function viewOf(resources: readonly StackResource[]): StackView {
  return { all: (type) => resources.filter((one) => isOf(one, type)) };
}

/** The engine vouches for it: the provider has checked the inputs against the type's schema. */
function isOf<Type extends keyof ResourceTypes>(
  resource: StackResource,
  type: Type,
): resource is StackResource & StackResource<Type> {
  return resource.type === type;
}

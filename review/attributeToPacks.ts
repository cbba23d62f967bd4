import { endPolicy, type Pack } from "../policies/pack";
import type { EngineEvent } from "./engineEvent";

/**
 * The events of a preview in which one process served several packs, as each pack would have reported them: a
 * violation belongs to the pack of its rule, and what the process judged, every one of them has judged.
 * @param served the name under which the engine knows them all
 */
export function attributeToPacks(
  events: readonly EngineEvent[],
  served: string,
  packs: readonly Pack[],
): EngineEvent[] {
  const names = packs.map(({ name }) => name);
  const packOfRule = new Map(
    packs.flatMap((pack) => [
      ...pack.rules.map(({ id }) => [id, pack.name] as const),
      [endPolicy(pack), pack.name] as const,
    ]),
  );
  return events.flatMap((event): EngineEvent[] => {
    switch (event.kind) {
      case "repaired":
      case "violation":
        return [event.pack === served ? { ...event, pack: packOfRule.get(event.rule) ?? served } : event];
      case "resourceAnalyzed":
      case "stackAnalyzed":
        return event.pack === served ? names.map((pack) => ({ ...event, pack })) : [event];
      case "summary":
        return [{ ...event, packs: event.packs.flatMap((pack) => (pack === served ? names : [pack])) }];
      default:
        return [event];
    }
  });
}

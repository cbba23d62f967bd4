import type { EngineEvent } from "./engineEvent";
import { kindOf } from "./violationKind";

/** Operations on resources that the program declares: the ones that the engine shows to the packs. */
const declared = new Set([
  "create",
  "update",
  "same",
  "replace",
  "create-replacement",
  "import",
  "import-replacement",
]);

/**
 * Everything that speaks against "each pack has judged each resource". Nothing is taken for granted: the engine
 * must have reported that it loaded the pack, every resource that the pack was shown, and the pack's end.
 * @param refused whether the engine refused a change itself: then it asks no pack about the stack as a whole
 */
export function findPackProblems(
  events: readonly EngineEvent[],
  packs: readonly string[],
  refused = false,
): string[] {
  if (packs.length === 0) return ["policy packs: expected at least one, got none"];
  const loaded = new Set(events.flatMap((event) => (event.kind === "summary" ? event.packs : [])));
  const urns = new Set(
    events.flatMap((event) => (event.kind === "step" && declared.has(event.op) ? [event.urn] : [])),
  );
  return packs.flatMap((pack) =>
    loaded.has(pack)
      ? [...missing(events, pack, urns, refused), ...silent(events, pack)]
      : [`policy pack ${pack}: it was not loaded`],
  );
}

function missing(
  events: readonly EngineEvent[],
  name: string,
  urns: ReadonlySet<string>,
  refused: boolean,
): string[] {
  const analyzed = new Set(
    events.flatMap((event) => (event.kind === "resourceAnalyzed" && event.pack === name ? [event.urn] : [])),
  );
  const missed = [...urns].filter((urn) => !analyzed.has(urn));
  const finished = events.some((event) => event.kind === "stackAnalyzed" && event.pack === name);
  return [
    ...(finished || refused ? [] : [`policy pack ${name}: it did not come to the end of the stack`]),
    ...(missed.length === 0 ? [] : [`policy pack ${name}: it did not judge ${missed.join(", ")}`]),
  ];
}

/** Rules that threw; and, where the stack chose so, rules that wait for a value that only the update brings. */
function silent(events: readonly EngineEvent[], name: string): string[] {
  return events.flatMap((event) => {
    if (event.kind !== "violation" || event.pack !== name) return [];
    const kind = kindOf(event);
    return kind === "failed" || (kind === "undecided" && event.level === "mandatory")
      ? [`policy pack ${name}, ${event.rule}: ${event.urn}: ${event.message}`]
      : [];
  });
}

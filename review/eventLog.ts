import { type EngineEvent, parseEngineEvent } from "./engineEvent";

/** A whole event log, and whatever makes it less than whole. */
export interface EventLog {
  events: readonly EngineEvent[];
  /** Empty if every event of the run is there and could be read. */
  problems: readonly string[];
}

/**
 * Reads the file that `pulumi preview --event-log` wrote. The engine drops an event that it cannot encode
 * without a word, and a killed engine leaves half a line; neither may pass for "nothing happened".
 */
export function parseEventLog(text: string): EventLog {
  const events: EngineEvent[] = [];
  const problems: string[] = [];
  let expected = 0;
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue;
    try {
      const { sequence, event } = parseEngineEvent(line);
      if (sequence !== expected) {
        problems.push(`event log, line ${index + 1}: expected event ${expected}, got event ${sequence}`);
      }
      expected = sequence + 1;
      if (event.kind !== "other") events.push(event);
    } catch (error) {
      // The line itself may hold what a resource was given: only where it is, and why it cannot be read.
      problems.push(`event log, line ${index + 1}: not an engine event (${reason(error)})`);
      expected += 1;
    }
  }
  if (events.at(-1)?.kind !== "end") problems.push("event log: it stops before the engine's last event");
  return { events, problems };
}

function reason(error: unknown): string {
  return error instanceof SyntaxError ? "no JSON" : "a field is missing or has another type";
}

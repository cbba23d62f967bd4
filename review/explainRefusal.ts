import { parseEventLog } from "./eventLog";
import { findStatefulViolations } from "./statefulChanges";

/** Whether the log of a failed run holds the engine's words for what it protects. */
export function refusesToTake(eventLog: string): boolean {
  return /marked for protection|because it is protected/.test(eventLog);
}

/** Why the engine refused an update to protect what is stored: the engine names neither the property nor the word. */
export function explainRefusal(eventLog: string): string[] {
  const refused = findStatefulViolations(parseEventLog(eventLog).events).filter(
    ({ level }) => level === "mandatory",
  );
  return [...new Set(refused.map(({ urn, message }) => `${urn}: ${message}`))];
}

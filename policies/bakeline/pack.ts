import type { ServedPacks } from "../pack";
import { packs } from "../packs";

/**
 * Every pack in one: what `npm run preview` runs. To the engine each pack is a process of its own that it sends
 * every resource three times, 0.3 s and 2 ms a resource, whatever the pack has to say.
 */
export const bakeline: ServedPacks = {
  name: "bakeline",
  description: "Every rule of every pack of Bakeline.",
  packs,
};

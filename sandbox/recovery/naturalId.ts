import { resourceTypes } from "../account/types";
import type { Properties } from "../account/values";

/** The id by which an untaggable resource of these inputs is found; undefined for types that have tags. */
export function naturalId(type: string, inputs: Properties): string | undefined {
  return resourceTypes.find(({ token }) => token === type)?.naturalId?.(inputs);
}

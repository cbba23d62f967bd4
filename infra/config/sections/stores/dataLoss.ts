import * as z from "zod";
import { guidanceOf } from "../../setting";

/**
 * The word that lets a change take a store and what is in it. One word for all of it: protection in Pulumi's state,
 * deletion protection in AWS, the final snapshot and kept backups.
 */
export const allowDataLoss = z
  .boolean()
  .describe(
    "Whether a change may replace or delete this store and lose what is in it. false: Pulumi and AWS both refuse. To replace a store write true in a change of its own, then make the change.",
  )
  .register(guidanceOf, {
    expected: "true or false",
    remedy: "write true only where nothing in the store is missed, or for the one change that replaces it",
  })
  .default(false);

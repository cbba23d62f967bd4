import * as z from "zod";
import { operatingSystems } from "../bakeline/operatingSystem";
import { artifactShape, bucketObjectShape, otherStepShapes } from "../bakeline/stepShape";
import type { LogFile } from "../bootstrap/cloudWatchAgent";
import type { Agents } from "../bootstrap/everyInstance";
import { choice, guidanceOf, text } from "../config/setting";
import { amount, list, shapeOf, word } from "../config/shape";
import type { LoadBalanced, StoreUse, Traffic, Workload } from "./workload";

const step = z
  .discriminatedUnion("kind", [
    otherStepShapes[0],
    artifactShape.omit({ version: true, key: true, sha256: true }),
    ...otherStepShapes.slice(1),
  ])
  .register(guidanceOf, { expected: "a step", remedy: "write its kind first: infra/bakeline/step.ts" });

const agents = z
  .discriminatedUnion("kind", [
    shapeOf<Extract<Agents, { kind: "repository" }>>()({ kind: z.literal("repository") }),
    shapeOf<Extract<Agents, { kind: "bucket" }>>()({
      kind: z.literal("bucket"),
      cloudWatchAgent: bucketObjectShape,
      ssmAgent: bucketObjectShape,
    }),
    shapeOf<Extract<Agents, { kind: "image" }>>()({ kind: z.literal("image") }),
  ])
  .register(guidanceOf, { expected: "where AWS's agents are from", remedy: 'write { kind: "repository" }' });

const traffic = z
  .discriminatedUnion("kind", [
    shapeOf<LoadBalanced>()({
      kind: z.literal("loadBalancer"),
      pathPatterns: z.tuple([word("a path pattern")], word("a path pattern")).register(guidanceOf, {
        expected: "a list of path patterns",
        remedy: 'write one such as ["/api/*"]',
      }),
      listenerRulePriority: amount("an integer"),
    }),
    shapeOf<Extract<Traffic, { kind: "none" }>>()({ kind: z.literal("none") }),
  ])
  .register(guidanceOf, {
    expected: "how requests reach it",
    remedy: 'write { kind: "none" } if they do not',
  });

const store = shapeOf<StoreUse>()({
  store: word("the name of a store of bakeline:stores"),
  access: choice(["read", "write", "administer"], {
    description: "What the workload may do with the store.",
    remedy: "choose the least that it can do with",
  }),
});

/** What a declared workload is as data: what the compiler would say, where nothing is compiled before it runs. */
export const workloadShape = shapeOf<Workload>()({
  name: word("a name"),
  role: word("a role"),
  operatingSystem: choice(operatingSystems, {
    description: "What its instances run.",
    remedy: "choose one; each is a line of infra/bakeline/operatingSystem.ts",
  }),
  agents,
  steps: list(step, "a list of steps"),
  imdsUsers: list(word("the name of a user"), "a list of users"),
  logFiles: list(
    shapeOf<LogFile>()({ path: word("an absolute path"), name: word("a name") }),
    "a list of log files",
  ),
  port: amount("the number of a port"),
  healthCheckPath: text(/^\/\S*$/, {
    description: "Answers 200 when the instance is ready for service.",
    expected: "a path that begins with a slash",
    remedy: "write one such as /health",
  }),
  traffic,
  imdsHopLimit: z.literal([1, 2]).register(guidanceOf, {
    expected: "1 or 2",
    remedy: "write 1 unless containers read the metadata service",
  }),
  stores: list(store, "a list of stores and what is done with them").optional(),
});

import * as z from "zod";
import { bucketSchema } from "./buckets";
import { cacheSchema } from "./caches";
import { databaseSchema } from "./databases";
import { fileSystemSchema } from "./fileSystems";
import { logArchiveSchema } from "./logArchive";
import { sessionTableSchema } from "./sessionTables";

/** Stores by name; a name is of one store only, whatever its family, because workloads ask for it by name alone. */
export const storesSchema = z
  .strictObject({
    databases: z
      .record(z.string(), databaseSchema)
      .describe("Relational databases (RDS), by name.")
      .default({}),
    sessionTables: z
      .record(z.string(), sessionTableSchema)
      .describe("Session tables (DynamoDB), by name.")
      .default({}),
    caches: z.record(z.string(), cacheSchema).describe("Caches (ElastiCache), by name.").default({}),
    buckets: z.record(z.string(), bucketSchema).describe("Buckets for assets (S3), by name.").default({}),
    fileSystems: z.record(z.string(), fileSystemSchema).describe("File systems (EFS), by name.").default({}),
    logArchive: logArchiveSchema.optional(),
  })
  .describe(
    "State off the instances. A workload names the stores that it uses; each stack says what they are.",
  );

export type StoresConfig = z.output<typeof storesSchema>;

/** The settings that hold stores by name. */
export const storeFamilies = ["databases", "sessionTables", "caches", "buckets", "fileSystems"] as const;

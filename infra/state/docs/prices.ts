/**
 * Rounded list prices on demand in US dollars, for an idea of size only: as known when this table was written, not read
 * from AWS's price list, which could not be had. The pages beside each are where to check before a budget depends on one. A
 * class that is not here is not priced, and the page says so.
 *
 * Held against what others published of us-east-1, where AWS is cheaper by some ten percent (read 2026-11-26): db.t4g.small
 * 23.36 and db.t4g.medium 47.45 a month (infratally.com), gp3 storage of RDS 0.115 (usage.ai). All else is unverified.
 */
export const priceRegion = "eu-west-1";
export const priceDate = "2026-11-26";

/** Of one instance or node for a month of 730 hours. https://aws.amazon.com/rds/pricing/, https://aws.amazon.com/elasticache/pricing/ */
export const monthlyByClass: Readonly<Record<string, number>> = {
  "db.t4g.small postgres": 26,
  "db.t4g.medium aurora-postgresql": 58,
  "db.m7g.large postgres": 131,
  "db.m6gd.large mysql": 155,
  "db.c6gd.medium mysql": 66,
  "db.r7g.large aurora-postgresql": 224,
  "cache.t4g.micro valkey": 10,
  "cache.t4g.micro memcached": 13,
  "cache.t4g.medium memcached": 52,
  "cache.m7g.large valkey": 101,
};

/** Of a gibibyte (gigabyte for serverless caches) for a month, unless it says otherwise. */
export const perGiBMonth = {
  /** https://aws.amazon.com/rds/postgresql/pricing/: gp3, one zone; a standby doubles it. */
  databaseStorage: 0.127,
  /** https://aws.amazon.com/rds/aurora/pricing/: Aurora Standard. */
  auroraStorage: 0.11,
  /** https://aws.amazon.com/dynamodb/pricing/ */
  table: 0.283,
  /** https://aws.amazon.com/s3/pricing/ */
  bucket: 0.023,
  /** https://aws.amazon.com/efs/pricing/: Standard, several zones. */
  fileSystem: 0.33,
  /** https://aws.amazon.com/elasticache/pricing/: serverless Valkey, of what is stored, by the hour. */
  serverlessValkey: 67,
  /** The same, Redis OSS. */
  serverlessRedis: 100,
} as const;

/** https://aws.amazon.com/kms/pricing/, https://aws.amazon.com/cloudwatch/pricing/, https://aws.amazon.com/secrets-manager/pricing/ */
export const perMonth = { key: 1, alarm: 0.1, secret: 0.4 } as const;

/** A provisioned unit of a table for a month of 730 hours. https://aws.amazon.com/dynamodb/pricing/provisioned/ */
export const perUnitMonth = { read: 0.107, write: 0.537 } as const;

/**
 * The regions of each partition, from `partitions.json` of the AWS SDK for JavaScript 3.981.0. The test holds the table
 * against the installed @pulumi/aws.
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
const regionsByPartition: Readonly<Record<string, readonly string[]>> = {
  aws: [
    "af-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-south-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-central-1",
    "ca-west-1",
    "eu-central-1",
    "eu-central-2",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "me-west-1",
    "mx-central-1",
    "sa-east-1",
    "sa-west-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
  ],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-eusc": ["eusc-de-east-1"],
  "aws-iso": ["us-iso-east-1", "us-iso-west-1"],
  "aws-iso-b": ["us-isob-east-1", "us-isob-west-1"],
  "aws-iso-e": ["eu-isoe-west-1"],
  "aws-iso-f": ["us-isof-east-1", "us-isof-south-1"],
  "aws-us-gov": ["us-gov-east-1", "us-gov-west-1"],
};

/** Every region of the table. */
export const awsRegions: readonly string[] = Object.values(regionsByPartition).flat();

/** https://docs.aws.amazon.com/general/latest/gr/rande.html: the domain of AWS's own names, where it is another. */
const domains: Readonly<Record<string, string>> = {
  "aws-cn": "amazonaws.com.cn",
  "aws-eusc": "amazonaws.eu",
};

/** The domain of AWS's endpoints and service principals in a partition: `amazonaws.com` in most. */
export function domainOf(partition: string): string {
  return domains[partition] ?? "amazonaws.com";
}

/** The partition, the second part of every ARN in the region; undefined for a region that is not in the table. */
export function partitionOf(region: string): string | undefined {
  return Object.entries(regionsByPartition).find(([, regions]) => regions.includes(region))?.[0];
}

import { text } from "../types/reading";
import type { DataSource } from "./dataSource";

/** The long names of regions, for `description`: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const descriptions: Readonly<Record<string, string>> = {
  "eu-central-1": "Europe (Frankfurt)",
  "eu-north-1": "Europe (Stockholm)",
  "eu-west-1": "Europe (Ireland)",
  "eu-west-2": "Europe (London)",
  "eu-west-3": "Europe (Paris)",
  "us-east-1": "US East (N. Virginia)",
  "us-east-2": "US East (Ohio)",
  "us-west-1": "US West (N. California)",
  "us-west-2": "US West (Oregon)",
};

/** Not modelled: a search by endpoint, and the long names of other regions. */
export const getRegion: DataSource = {
  token: "aws:index/getRegion:getRegion",
  source: "internal/service/meta/region_data_source.go",
  invoke(args, caller) {
    const region = text(args, "region") ?? text(args, "name") ?? text(args, "id") ?? caller.region;
    return {
      description: descriptions[region] ?? region,
      endpoint: `ec2.${region}.amazonaws.com`,
      id: region,
      name: region,
      region,
    };
  },
};

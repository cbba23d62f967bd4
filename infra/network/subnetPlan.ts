import { prefixLength } from "../config/cidrBlock";

/** How awsx is to cut a VPC's block, in lengths of prefixes. */
export interface SubnetPlan {
  readonly availabilityZoneCidrMask: number;
  /** In each zone, from its first address on. */
  readonly subnetSpecs: { readonly type: "Private" | "Public"; readonly cidrMask: number }[];
}

/**
 * Each zone has an eighth of the VPC: half of that is its private subnet, an eighth its public one, and the rest
 * stays free for an isolated one (databases). Of a /16 that is a /20 and a /22 per zone; of a /20, the smallest
 * the config allows, a /24 and a /26, where a load balancer requires a /27:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
 *
 * The eighth is fixed, so that adding a zone at the end of the list moves no subnet. (Left to itself, awsx
 * divides the VPC by the number of zones: one more would replace every subnet.)
 */
export function planSubnets(cidrBlock: string): SubnetPlan {
  const vpc = prefixLength(cidrBlock);
  return {
    availabilityZoneCidrMask: vpc + 3,
    subnetSpecs: [
      { type: "Private", cidrMask: vpc + 4 },
      { type: "Public", cidrMask: vpc + 6 },
    ],
  };
}

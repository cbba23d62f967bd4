import { VpcEndpoint } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";

/** The services that have gateway endpoints: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const services = ["s3", "dynamodb"] as const;

export interface GatewayEndpointsArgs {
  readonly region: string;
  readonly vpcId: pulumi.Input<string>;
  readonly routeTableIds: pulumi.Input<string[]>;
}

/**
 * Keeps traffic to S3 and DynamoDB off the NAT gateways, which bill by the gigabyte; the endpoints are free.
 * They carry no policy of their own: package repositories and the SSM agent live in buckets of AWS's, which a
 * narrower one would cut off.
 */
export function createGatewayEndpoints(
  name: string,
  { region, vpcId, routeTableIds }: GatewayEndpointsArgs,
  opts: pulumi.CustomResourceOptions,
): VpcEndpoint[] {
  return services.map((service) => {
    const serviceName = `com.amazonaws.${region}.${service}`;
    const tags = { Name: `${name}-${service}` };
    return new VpcEndpoint(
      tags.Name,
      { vpcId, serviceName, vpcEndpointType: "Gateway", routeTableIds, tags },
      opts,
    );
  });
}

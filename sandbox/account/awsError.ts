/**
 * A refusal by AWS, worded as the AWS provider words it:
 * `operation error EC2: CreateSubnet, … api error InvalidVpcID.NotFound: …`.
 */
export class AwsError extends Error {
  constructor(
    /** AWS's error code, e.g. `DependencyViolation`: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
    readonly code: string,
    /** Service and operation, e.g. `EC2: DeleteSecurityGroup`. */
    readonly operation: string,
    readonly detail: string,
  ) {
    super(`operation error ${operation}, https response error StatusCode: 400, api error ${code}: ${detail}`);
    this.name = "AwsError";
  }
}

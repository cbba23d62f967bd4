/** A resource as some file describes it. */
export interface DescribedResource {
  /** Pulumi's token or CloudFormation's name. */
  readonly type: string;
  readonly name: string;
  readonly properties: unknown;
}

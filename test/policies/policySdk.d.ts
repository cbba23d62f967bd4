/** Part of the policy SDK that its package ships without declarations (1.21.0, proxy.js). */
declare module "@pulumi/policy/proxy" {
  /** Properties as a policy sees them: reading a value that is not known yet throws. */
  export function unknownCheckingProxy(properties: object): object;
  /** What stands on the wire for a string that is not known yet. */
  export const unknownStringValue: string;
}

import type { Account } from "../../account/account";
import type { PolicyStatement } from "../../account/policyDocument";

export interface InterfaceGrantsArgs {
  readonly account: Account;
  readonly stack: string;
  /** The host's name, by which its instances are tagged. */
  readonly host: string;
  readonly interfaceArn: string;
}

/**
 * One interface, and the host's own instances: whoever has this role can take no other interface, nor give this one to
 * an instance of another host.
 */
export function planAttachGrants(args: InterfaceGrantsArgs): PolicyStatement[] {
  return planInterfaceGrants("AttachOwnInterface", ["ec2:AttachNetworkInterface"], args);
}

/** A pair's member detaches too, and has to see where the interface is; EC2 grants describing for all or none. */
export function planFloatGrants(args: InterfaceGrantsArgs): PolicyStatement[] {
  return [
    ...planInterfaceGrants(
      "MoveOwnInterface",
      ["ec2:AttachNetworkInterface", "ec2:DetachNetworkInterface"],
      args,
    ),
    {
      Sid: "FindOwnInterface",
      Effect: "Allow",
      Action: "ec2:DescribeNetworkInterfaces",
      Resource: "*",
    },
  ];
}

function planInterfaceGrants(
  sid: string,
  actions: readonly string[],
  { account: { id, region, partition }, stack, host, interfaceArn }: InterfaceGrantsArgs,
): PolicyStatement[] {
  return [
    { Sid: `${sid}Itself`, Effect: "Allow", Action: actions, Resource: interfaceArn },
    {
      Sid: `${sid}ToOwnInstances`,
      Effect: "Allow",
      Action: actions,
      Resource: `arn:${partition}:ec2:${region}:${id}:instance/*`,
      Condition: {
        StringEquals: { "aws:ResourceTag/bakeline:stack": stack, "aws:ResourceTag/workload": host },
      },
    },
  ];
}

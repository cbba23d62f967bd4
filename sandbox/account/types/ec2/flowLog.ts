import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { given, number, text } from "../reading";
import { tokens } from "../tokens";
import { requireSubnet, requireVpc } from "./references";

const CREATE = "EC2: CreateFlowLogs";
const watched = [
  "eniId",
  "regionalNatGatewayId",
  "subnetId",
  "transitGatewayAttachmentId",
  "transitGatewayId",
  "vpcId",
];
const destinationTypes = ["cloud-watch-logs", "s3", "kinesis-data-firehose"];

/** The fields of AWS's default record: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html */
const defaultFields =
  "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";
const defaultFormat = defaultFields.replace(/\S+/g, (field) => `$\{${field}}`);

/** Not modelled: the records themselves; whether the role may write; Firehose destinations; transit gateways. */
export const flowLog: ResourceType = {
  token: tokens.flowLog,
  source: "internal/service/ec2/vpc_flow_log.go",
  // Every input but tags: the provider's update says "Tags only".
  replaceOn: [
    "deliverCrossAccountRole",
    "destinationOptions",
    "iamRoleArn",
    "logDestination",
    "logDestinationType",
    "logFormat",
    "maxAggregationInterval",
    "trafficType",
    ...watched,
  ],
  defaults: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
  computed: ["arn", "logDestination", "logFormat"],
  validate(inputs) {
    const found = watched.filter((name) => given(inputs, name));
    const interval = number(inputs, "maxAggregationInterval");
    const type = text(inputs, "logDestinationType");
    return [
      ...(found.length === 1
        ? []
        : [{ property: found[1] ?? "vpcId", reason: `expected exactly one of ${watched.join(", ")}` }]),
      ...(interval === undefined || interval === 60 || interval === 600
        ? []
        : [{ property: "maxAggregationInterval", reason: `expected 60 or 600 seconds, got ${interval}` }]),
      ...(type === undefined || destinationTypes.includes(type)
        ? []
        : [
            {
              property: "logDestinationType",
              reason: `expected one of ${destinationTypes.join(", ")}, got "${type}"`,
            },
          ]),
    ];
  },
  create(inputs, account) {
    const vpcId = text(inputs, "vpcId");
    if (vpcId !== undefined) requireVpc(account, CREATE, vpcId);
    const subnetId = text(inputs, "subnetId");
    if (subnetId !== undefined) requireSubnet(account, CREATE, subnetId);
    requireDestination(inputs, account);
    const id = account.newId("fl");
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `vpc-flow-log/${id}`),
        logDestination: text(inputs, "logDestination") ?? "",
        logFormat: text(inputs, "logFormat") ?? defaultFormat,
      },
    };
  },
};

/** EC2 makes a missing log group by itself, so only its role is needed; a missing bucket it refuses. */
function requireDestination(inputs: Properties, account: AccountView): void {
  const destination = text(inputs, "logDestination");
  if (destination === undefined)
    throw new AwsError("InvalidParameter", CREATE, "LogDestination or LogGroupName must be provided.");
  if (inputs.logDestinationType === "s3") {
    const bucket = destination.split(":::")[1]?.split("/")[0] ?? "";
    if (!destination.includes(":s3:::") || account.find(tokens.bucket, bucket) === undefined)
      throw new AwsError(
        "InvalidParameter",
        CREATE,
        `LogDestination: ${bucket || destination} does not exist`,
      );
    return;
  }
  if (inputs.logDestinationType !== "cloud-watch-logs") return;
  if (!destination.includes(":logs:"))
    throw new AwsError(
      "InvalidParameter",
      CREATE,
      `LogDestination ${destination} is not the ARN of a log group`,
    );
  const role = text(inputs, "iamRoleArn");
  if (role === undefined)
    throw new AwsError(
      "InvalidParameter",
      CREATE,
      "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.",
    );
  if (!account.all(tokens.role).some(({ properties }) => properties.arn === role))
    throw new AwsError("InvalidParameter", CREATE, `Unable to assume given IAM role ${role}`);
}

import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { nameOf } from "../naming";
import { block, text } from "../reading";
import { tokens } from "../tokens";

const CREATE = "Firehose: CreateDeliveryStream";

/** Of the destinations only S3. Not modelled: records, buffering, whether the role may write. */
export const deliveryStream: ResourceType = {
  token: tokens.deliveryStream,
  source: "internal/service/firehose/delivery_stream.go",
  replaceOn: ["destination", "kinesisSourceConfiguration", "mskSourceConfiguration", "name"],
  autoName: { property: "name", maxLength: 64 },
  computed: ["arn", "destinationId", "versionId"],
  validate(inputs) {
    if (text(inputs, "destination") !== "extended_s3")
      return [{ property: "destination", reason: "the simulated account models extended_s3 only" }];
    return block(inputs, "extendedS3Configuration") === undefined
      ? [{ property: "extendedS3Configuration", reason: "is required when destination is extended_s3" }]
      : [];
  },
  create(inputs, account) {
    const name = nameOf(inputs, account);
    if (account.all(tokens.deliveryStream).some(({ properties }) => properties.name === name))
      throw new AwsError(
        "ResourceInUseException",
        CREATE,
        `Firehose ${name} under accountId ${account.accountId} already exists`,
      );
    const s3 = block(inputs, "extendedS3Configuration") ?? {};
    const role = text(s3, "roleArn");
    if (!account.all(tokens.role).some(({ properties }) => properties.arn === role))
      throw new AwsError(
        "InvalidArgumentException",
        CREATE,
        `Firehose is unable to assume role ${role}. Please check the role provided.`,
      );
    const arn = regionalArn(account, "firehose", `deliverystream/${name}`);
    return { id: arn, outputs: { arn, destinationId: "destinationId-000000000001", versionId: "1" } };
  },
};

import { AwsError } from "../../awsError";
import { zonesOf } from "../../functions/zones";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { given, number, text } from "../reading";
import { tokens } from "../tokens";
import { encryptionKey, isEncrypted } from "./encryption";

const provisioned = ["io1", "io2"];

/** Not modelled: snapshots, size and IOPS limits of each type, the wait between two modifications, attachments. */
export const volume: ResourceType = {
  token: tokens.volume,
  source: "internal/service/ec2/ebs_volume.go",
  replaceOn: ["availabilityZone", "encrypted", "kmsKeyId", "multiAttachEnabled", "outpostArn", "snapshotId"],
  defaults: { finalSnapshot: false },
  computed: [
    "arn",
    "createTime",
    "encrypted",
    "iops",
    "kmsKeyId",
    "size",
    "snapshotId",
    "throughput",
    "type",
  ],
  validate(inputs) {
    const type = text(inputs, "type");
    const throughput = number(inputs, "throughput");
    const hasIops = given(inputs, "iops") && inputs.iops !== 0;
    const takesIops = type !== undefined && [...provisioned, "gp3"].includes(type);
    return [
      ...(given(inputs, "size") || given(inputs, "snapshotId")
        ? []
        : [{ property: "size", reason: "expected at least one of size, snapshotId" }]),
      ...(throughput !== undefined && (throughput < 125 || throughput > 1000)
        ? [{ property: "throughput", reason: `expected 125 to 1000 MiB/s, got ${throughput}` }]
        : []),
      ...(type !== undefined && provisioned.includes(type) && !hasIops
        ? [{ property: "iops", reason: `must be set when type is "${type}"` }]
        : []),
      ...(hasIops && !takesIops && (type !== undefined || !given(inputs, "type"))
        ? [{ property: "iops", reason: `must not be set when type is "${type ?? "gp2"}"` }]
        : []),
      ...(throughput !== undefined && type !== undefined && type !== "gp3"
        ? [{ property: "throughput", reason: `must not be set when type is "${type}"` }]
        : []),
    ];
  },
  create(inputs, account) {
    const operation = "EC2: CreateVolume";
    const zone = text(inputs, "availabilityZone") ?? "";
    if (!zonesOf(account.region).includes(zone))
      throw new AwsError("InvalidZone.NotFound", operation, `The zone '${zone}' does not exist.`);
    const key = text(inputs, "kmsKeyId");
    if (
      key?.includes(":key/") &&
      !account.all(tokens.kmsKey).some(({ properties }) => properties.arn === key)
    )
      throw new AwsError("InvalidParameterValue", operation, `Invalid KMS key: ${key} does not exist`);
    const type = text(inputs, "type") ?? "gp2";
    const size = number(inputs, "size") ?? 8;
    const id = account.newId("vol");
    return {
      id,
      outputs: {
        arn: regionalArn(account, "ec2", `volume/${id}`),
        createTime: account.now(),
        encrypted: isEncrypted(inputs, account),
        // gp3 starts at 3,000; gp2 has 3 a GiB, between 100 and 16,000.
        iops: number(inputs, "iops") ?? (type === "gp3" ? 3000 : Math.min(Math.max(100, size * 3), 16_000)),
        kmsKeyId: encryptionKey(inputs, account),
        size,
        snapshotId: text(inputs, "snapshotId") ?? "",
        throughput: number(inputs, "throughput") ?? (type === "gp3" ? 125 : 0),
        type,
      },
    };
  },
  update(id, olds, news) {
    const before = number(olds, "size") ?? 0;
    const after = number(news, "size") ?? before;
    if (after < before)
      throw new AwsError(
        "InvalidParameterValue",
        "EC2: ModifyVolume",
        `New size cannot be smaller than existing size: ${id} has ${before} GiB, got ${after}`,
      );
    return {};
  },
};

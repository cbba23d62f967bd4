import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { number, text } from "../reading";
import { tokens } from "../tokens";

const START = "RDS: StartDBInstanceAutomatedBackupsReplication";

/**
 * Copies an instance's automated backups to another region: it is made there, with a key of there. Its id here is the
 * source's ARN, where the provider has the copy's, which only RDS knows: so that recovery can find it.
 */
export const automatedBackupsReplication: ResourceType = {
  token: tokens.automatedBackupsReplication,
  source: "internal/service/rds/instance_automated_backups_replication.go",
  replaceOn: ["kmsKeyId", "preSignedUrl", "retentionPeriod", "sourceDbInstanceArn"],
  autoName: "none",
  defaults: { retentionPeriod: 7 },
  computed: [],
  create(inputs, account) {
    const arn = text(inputs, "sourceDbInstanceArn") ?? "";
    const [region, name = ""] = [arn.split(":")[3], arn.split(":").at(-1)];
    if (region === account.region)
      throw new AwsError(
        "InvalidParameterValue",
        START,
        "The source and destination regions must be different.",
      );
    const source = account.find(tokens.dbInstance, name);
    if (source === undefined)
      throw new AwsError("DBInstanceNotFound", START, `DBInstance ${name} not found.`);
    if ((number(source.properties, "backupRetentionPeriod") ?? 0) === 0)
      throw new AwsError(
        "InvalidDBInstanceState",
        START,
        "Automated backups are not enabled for the source.",
      );
    if (text(source.properties, "kmsKeyId") !== undefined && text(inputs, "kmsKeyId") === undefined)
      throw new AwsError("InvalidParameterValue", START, "A KMS key of the destination region is required.");
    return { id: arn, outputs: {} };
  },
  naturalId: (inputs: Properties) => text(inputs, "sourceDbInstanceArn") ?? "",
};

import { AwsError } from "../../awsError";
import { checkJson, documentText, requireDocument } from "../iam/policyDocument";
import { tokens } from "../tokens";
import { blocksPublicPolicy, bucketSetting } from "./bucketSettings";

/** A bucket's policy. Not modelled: what it allows; public is a statement for everyone without any condition. */
export const bucketPolicy = bucketSetting({
  token: tokens.bucketPolicy,
  source: "internal/service/s3/bucket_policy.go",
  call: "PutBucketPolicy",
  validate: (inputs) => checkJson(inputs, "policy"),
  require(operation, inputs, bucket, account) {
    const policy = documentText(inputs, "policy") ?? "";
    requireDocument("MalformedPolicy", operation, policy, "resource");
    const statements = statementsOf(policy);
    const isForeign = statements.some(({ resources }) =>
      resources.some(
        (arn) =>
          arn !== `arn:${account.partition}:s3:::${bucket.id}` &&
          !arn.startsWith(`arn:${account.partition}:s3:::${bucket.id}/`),
      ),
    );
    if (isForeign) throw new AwsError("MalformedPolicy", operation, "Policy has invalid resource");
    if (blocksPublicPolicy(bucket, account) && statements.some(({ isPublic }) => isPublic))
      throw new AwsError(
        "AccessDenied",
        operation,
        "public policies are blocked by the BlockPublicPolicy block public access setting.",
      );
  },
});

interface Statement {
  isPublic: boolean;
  resources: readonly string[];
}

/** The parts of a document that S3 looks at. The document is known to be well-formed. */
function statementsOf(json: string): readonly Statement[] {
  const parsed: unknown = JSON.parse(json);
  return listOf(fieldOf(parsed, "Statement")).map((statement) => {
    const principal = fieldOf(statement, "Principal");
    const everyone = principal === "*" || listOf(fieldOf(principal, "AWS")).includes("*");
    return {
      isPublic:
        everyone && fieldOf(statement, "Effect") === "Allow" && fieldOf(statement, "Condition") === undefined,
      resources: listOf(fieldOf(statement, "Resource")).filter((resource) => typeof resource === "string"),
    };
  });
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

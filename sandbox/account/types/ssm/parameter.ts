import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { flag, given, number, text } from "../reading";
import { tokens } from "../tokens";

const values = ["insecureValue", "value", "valueWo"];
const types = ["SecureString", "String", "StringList"];

/** A parameter of Parameter Store. Not modelled: patterns, tiers, write-only values, that AWS asks EC2 for an image. */
export const parameter: ResourceType = {
  token: tokens.parameter,
  source: "internal/service/ssm/parameter.go",
  replaceOn: ["dataType", "name"],
  computed: ["arn", "dataType", "hasValueWo", "insecureValue", "keyId", "tier", "value", "version"],
  recomputedOn: { version: ["description", "insecureValue", "value"], value: ["insecureValue"] },
  validate(inputs) {
    const found = values.filter((name) => given(inputs, name));
    const type = text(inputs, "type");
    return [
      ...(found.length === 1
        ? []
        : [{ property: found[1] ?? "value", reason: `expected exactly one of ${values.join(", ")}` }]),
      ...(type === undefined || types.includes(type)
        ? []
        : [{ property: "type", reason: `expected one of ${types.join(", ")}, got "${type}"` }]),
      ...(type === "SecureString" && given(inputs, "insecureValue")
        ? [{ property: "insecureValue", reason: "a SecureString has none" }]
        : []),
    ];
  },
  create(inputs, account) {
    const name = text(inputs, "name") ?? "";
    if (account.find(tokens.parameter, name) !== undefined && flag(inputs, "overwrite") !== true)
      throw new AwsError(
        "ParameterAlreadyExists",
        "SSM: PutParameter",
        "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
      );
    requireImage(inputs);
    return {
      id: name,
      outputs: {
        ...valueOutputs(inputs),
        arn: text(inputs, "arn") ?? regionalArn(account, "ssm", `parameter${name}`),
        dataType: text(inputs, "dataType") ?? "text",
        hasValueWo: false,
        keyId: text(inputs, "keyId") ?? "",
        tier: text(inputs, "tier") ?? "Standard",
        version: 1,
      },
    };
  },
  update(_id, olds, news) {
    requireImage(news);
    return { ...valueOutputs(news), version: (number(olds, "version") ?? 1) + 1 };
  },
};

function valueOutputs(inputs: Properties): Properties {
  const value = text(inputs, "insecureValue") ?? text(inputs, "value") ?? "";
  return { value, insecureValue: text(inputs, "type") === "SecureString" ? "" : value };
}

function requireImage(inputs: Properties): void {
  const value = text(inputs, "insecureValue") ?? text(inputs, "value") ?? "";
  if (text(inputs, "dataType") === "aws:ec2:image" && !/^ami-[0-9a-f]{8,17}$/.test(value))
    throw new AwsError(
      "ValidationException",
      "SSM: PutParameter",
      "Parameter value of data type aws:ec2:image must be an AMI id",
    );
}

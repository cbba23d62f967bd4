import { createHash } from "node:crypto";
import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { requireGroupsInSubnet, requireSubnet } from "../ec2/references";
import { nameOf } from "../naming";
import { block, given, number, text, texts } from "../reading";
import { tokens } from "../tokens";

const CREATE = "Lambda: CreateFunction";
const codeSources = ["code", "imageUri", "s3Bucket"];

/**
 * Not modelled: what the code does, whether an S3 object with it exists, versions and aliases beyond $LATEST, layers,
 * runtimes that AWS has ended, the account's concurrency.
 */
export const lambdaFunction: ResourceType = {
  token: tokens.lambdaFunction,
  source: "internal/service/lambda/function.go",
  replaceOn: ["name", "packageType", "tenancyConfig"],
  unordered: ["vpcConfig.securityGroupIds", "vpcConfig.subnetIds", "replacementSecurityGroupIds"],
  autoName: { property: "name", maxLength: 64 },
  defaults: {
    memorySize: 128,
    packageType: "Zip",
    publish: false,
    reservedConcurrentExecutions: -1,
    skipDestroy: false,
    timeout: 3,
  },
  computed: [
    "architectures",
    "arn",
    "codeSha256",
    "ephemeralStorage",
    "invokeArn",
    "lastModified",
    "loggingConfig",
    "name",
    "qualifiedArn",
    "qualifiedInvokeArn",
    "responseStreamingInvokeArn",
    "signingJobArn",
    "signingProfileVersionArn",
    "sourceCodeHash",
    "sourceCodeSize",
    "tracingConfig",
    "version",
  ],
  recomputedOn: {
    codeSha256: codeSources,
    lastModified: [
      ...codeSources,
      "environment",
      "handler",
      "memorySize",
      "role",
      "runtime",
      "timeout",
      "vpcConfig",
    ],
  },
  validate(inputs) {
    const timeout = number(inputs, "timeout") ?? 3;
    const memory = number(inputs, "memorySize") ?? 128;
    const found = codeSources.filter((name) => given(inputs, name));
    return [
      ...(found.length === 1
        ? []
        : [{ property: found[1] ?? "code", reason: `expected exactly one of ${codeSources.join(", ")}` }]),
      ...(timeout < 1 || timeout > 900
        ? [{ property: "timeout", reason: `expected 1 to 900, got ${timeout}` }]
        : []),
      ...(memory < 128 || memory > 10_240
        ? [{ property: "memorySize", reason: `expected 128 to 10240, got ${memory}` }]
        : []),
      ...["handler", "runtime"]
        .filter((name) => text(inputs, "packageType") === "Zip" && !given(inputs, name))
        .map((property) => ({ property, reason: "must be set when packageType is Zip" })),
    ];
  },
  create(inputs, account) {
    const name = nameOf(inputs, account);
    if (account.find(tokens.lambdaFunction, name) !== undefined)
      throw new AwsError("ResourceConflictException", CREATE, `Function already exist: ${name}`);
    requireRole(inputs, account, CREATE);
    requireNetwork(inputs, account, CREATE);
    const arn = regionalArn(account, "lambda", `function:${name}`);
    const path = "2015-03-31/functions";
    const invoke = `arn:${account.partition}:apigateway:${account.region}:lambda:path/${path}`;
    return {
      id: name,
      outputs: {
        architectures: inputs.architectures ?? ["x86_64"],
        arn,
        ephemeralStorage: inputs.ephemeralStorage ?? { size: 512 },
        invokeArn: `${invoke}/${arn}/invocations`,
        loggingConfig: inputs.loggingConfig ?? { logFormat: "Text", logGroup: `/aws/lambda/${name}` },
        name,
        qualifiedArn: `${arn}:$LATEST`,
        qualifiedInvokeArn: `${invoke}/${arn}:$LATEST/invocations`,
        responseStreamingInvokeArn: `${invoke}/${arn}/response-streaming-invocations`,
        signingJobArn: "",
        signingProfileVersionArn: "",
        sourceCodeHash: text(inputs, "sourceCodeHash") ?? "",
        sourceCodeSize: JSON.stringify(inputs.code ?? "").length,
        tracingConfig: inputs.tracingConfig ?? { mode: "PassThrough" },
        version: "$LATEST",
        ...changed(inputs, account),
      },
    };
  },
  update(_id, _olds, news, account) {
    requireRole(news, account, "Lambda: UpdateFunctionConfiguration");
    requireNetwork(news, account, "Lambda: UpdateFunctionConfiguration");
    return changed(news, account);
  },
};

function changed(inputs: Properties, account: AccountView): Properties {
  const code = JSON.stringify(codeSources.map((name) => inputs[name] ?? null));
  return {
    codeSha256: createHash("sha256").update(code).digest("base64"),
    lastModified: account.now(),
  };
}

/** Lambda tries the role before it takes the function. */
function requireRole(inputs: Properties, account: AccountView, operation: string): void {
  const arn = text(inputs, "role");
  const role = account.all(tokens.role).find(({ properties }) => properties.arn === arn);
  if (
    role !== undefined &&
    (text(role.properties, "assumeRolePolicy") ?? "").includes("lambda.amazonaws.com")
  )
    return;
  throw new AwsError(
    "InvalidParameterValueException",
    operation,
    "The role defined for the function cannot be assumed by Lambda.",
  );
}

function requireNetwork(inputs: Properties, account: AccountView, operation: string): void {
  const config = block(inputs, "vpcConfig");
  if (config === undefined) return;
  for (const subnetId of texts(config, "subnetIds"))
    requireGroupsInSubnet(
      account,
      operation,
      texts(config, "securityGroupIds"),
      requireSubnet(account, operation, subnetId),
    );
}

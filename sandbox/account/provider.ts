import { accountView } from "./account";
import { AwsError } from "./awsError";
import { dataSources } from "./functions";
import type { DataSource } from "./functions/dataSource";
import type { Ledger } from "./ledger";
import { type CheckRequest, type CheckResult, check } from "./provider/check";
import type { ProviderConfig } from "./provider/config";
import { conform } from "./provider/conform";
import { type DiffResult, diff } from "./provider/diff";
import { foreseeCreate, foreseeUpdate, updatedProperties } from "./provider/foresee";
import { importedInputs, inputsOf } from "./provider/inputsOf";
import type { CheckFailure, ResourceType } from "./resourceType";
import { sdkSchema } from "./schema/sdkSchema";
import type { Declaration } from "./schema/shape";
import { resourceTypes } from "./types";
import type { Properties } from "./values";

const typesByToken = new Map(resourceTypes.map((type) => [type.token, type]));
const dataSourcesByToken = new Map(dataSources.map((source) => [source.token, source]));

/** What exists under an id: everything, and the inputs that would make it. */
export interface Present {
  id: string;
  properties: Properties;
  inputs: Properties;
}

/**
 * The AWS provider over one stack's ledger: what the plugin answers the engine, and the mocks a unit test.
 * Each method is one call of https://github.com/pulumi/pulumi/blob/master/proto/pulumi/provider.proto on plain values.
 */
export class Provider {
  constructor(
    private readonly ledger: Ledger,
    private readonly config: ProviderConfig,
  ) {}

  check(token: string, request: CheckRequest): CheckResult {
    const type = findType(token);
    return check(type, findDeclaration(token), this.config, request);
  }

  /** `present` is what the state says is there. */
  diff(token: string, name: string, present: Properties, olds: Properties, news: Properties): DiffResult {
    const type = findType(token);
    // What AWS filled in is no change when the program now says the same. An import has no `tagsAll` yet: Check adds it.
    const filledIn = Object.entries(present).filter(
      ([property]) => property === "tagsAll" || type.computed.includes(property),
    );
    return diff(type, findDeclaration(token), name, { ...Object.fromEntries(filledIn), ...olds }, news);
  }

  /** What a preview knows: no id, and unknown what only AWS can say. */
  previewCreate(token: string, inputs: Properties): Properties {
    return foreseeCreate(findType(token), inputs);
  }

  /** @throws AwsError where AWS refuses */
  create(token: string, inputs: Properties): { id: string; properties: Properties } {
    const { id, outputs } = findType(token).create(inputs, this.accountFor(inputs));
    const properties = { ...inputs, ...outputs };
    this.ledger.put({ token, id, properties }, "create");
    return { id, properties };
  }

  /** Undefined when nothing has that id. `olds` are the inputs of the last deployment, undefined on import. */
  read(token: string, id: string, olds?: Properties): Present | undefined {
    const type = findType(token);
    const shape = findDeclaration(token).inputs;
    const entry = this.ledger.find(token, id);
    if (entry === undefined) return undefined;
    const { properties } = entry;
    const inputs =
      olds === undefined ? importedInputs(type, shape, properties) : inputsOf(shape, properties, olds);
    return { id, properties, inputs };
  }

  /** `present` is what the state says is there. */
  previewUpdate(token: string, present: Properties, olds: Properties, news: Properties): Properties {
    return foreseeUpdate(findType(token), present, olds, news);
  }

  /** @throws AwsError where AWS refuses, and when nothing has that id any more */
  update(token: string, id: string, olds: Properties, news: Properties): Properties {
    const type = findType(token);
    const entry = this.ledger.find(token, id);
    if (entry === undefined)
      throw new AwsError(
        "ResourceNotFound",
        `Update ${token}`,
        `nothing has the id ${id} any more; run refresh so that the state learns of it`,
      );
    const outputs = type.update?.(id, entry.properties, news, this.accountFor(news)) ?? {};
    const properties = { ...updatedProperties(type, entry.properties, olds, news), ...outputs };
    this.ledger.put({ token, id, properties }, "update");
    return properties;
  }

  /** Deleting what is gone succeeds, as with AWS's provider. @throws AwsError where AWS refuses */
  delete(token: string, id: string): void {
    const type = findType(token);
    const entry = this.ledger.find(token, id);
    if (entry === undefined) return;
    const account = this.accountFor(entry.properties);
    type.remove?.(id, entry.properties, account);
    for (const inside of type.goesWith?.(id, account) ?? []) this.ledger.remove(inside.token, inside.id);
    this.ledger.remove(token, id);
  }

  private accountFor(properties: Properties) {
    const { region } = properties;
    return accountView(this.ledger, typeof region === "string" ? region : this.config.region);
  }
}

/** A data source's answer, or what is wrong with the question. @throws AwsError where AWS refuses */
export function invoke(
  token: string,
  args: Properties,
  caller: Parameters<DataSource["invoke"]>[1],
): { result: Properties; failures: readonly CheckFailure[] } {
  const source = dataSourcesByToken.get(token);
  const declaration = sdkSchema.functions[token];
  if (source === undefined || declaration === undefined)
    throw new Error(
      `the simulated account does not know the data source ${token}: ` +
        "model it in sandbox/account/functions/, list it in functions/index.ts, then run npm run schema",
    );
  const conformed = conform(declaration.inputs, args, token);
  if (conformed.failures.length > 0) return { result: {}, failures: conformed.failures };
  return { result: source.invoke(conformed.inputs, caller), failures: [] };
}

function findType(token: string): ResourceType {
  const type = typesByToken.get(token);
  if (type !== undefined) return type;
  const service = token.split(":")[1]?.split("/")[0] ?? "";
  throw new Error(
    `the simulated account does not know the resource type ${token}: ` +
      `model it in sandbox/account/types/${service}/, list it in types/index.ts, then run npm run schema`,
  );
}

function findDeclaration(token: string): Declaration {
  const declaration = sdkSchema.resources[token];
  if (declaration !== undefined) return declaration;
  throw new Error(`sandbox/account/schema/aws.json does not have ${token} yet: run npm run schema`);
}

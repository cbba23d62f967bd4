import path from "node:path";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { ACCOUNT_ID } from "../account";
import { type Faults, noFaults } from "../faults";
import { openFileLedger } from "../fileLedger";
import type { Ledger } from "../ledger";
import { requirePartition } from "../partition";
import { invoke, Provider } from "../provider";
import type { ProviderConfig } from "../provider/config";
import type { CheckFailure } from "../resourceType";
import { decodeStruct, encodeStruct } from "../wire/struct";
import { unwrap } from "../wire/unwrap";
import { baseService } from "./baseService";
import { checkConfiguration, readConfiguration } from "./configuration";
import { encodeDiff } from "./encodeDiff";
import { unary } from "./unary";
import { parseUrn } from "./urn";

/** The `aws` plugin: the engine's calls, answered by a `Provider` over the ledger of the stack in each URN. */
export function awsService(
  ledgers: string,
  version: string,
  faults: Faults = noFaults,
): IResourceProviderServer {
  const opened = new Map<string, Ledger>();
  let config: ProviderConfig | undefined;

  function configured(): ProviderConfig {
    if (config === undefined) throw new Error("expected Configure before any other call");
    return config;
  }

  function providerOf(stack: string): Provider {
    const ledger = opened.get(stack) ?? openFileLedger(path.join(ledgers, stack), faults);
    opened.set(stack, ledger);
    return new Provider(ledger, configured());
  }

  /** The provider and the URN's parts; whatever goes wrong then says what was being done to which resource. */
  function onResource<Response>(
    verb: string,
    urn: string,
    answer: (provider: Provider, token: string, name: string) => Response,
  ): Response {
    const { stack, token, name } = parseUrn(urn);
    try {
      return answer(providerOf(stack), token, name);
    } catch (error) {
      throw new Error(
        `${verb} ${token} (${name}): ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  return {
    ...baseService("aws", version),

    checkConfig: unary((request: messages.CheckRequest) => {
      const inputs = unwrap(decodeStruct(request.getNews()));
      return checkResponse(inputs, checkConfiguration(inputs));
    }),

    diffConfig: unary((request: messages.DiffRequest) => {
      const olds = unwrap(decodeStruct(request.getOldInputs() ?? request.getOlds()));
      const news = unwrap(decodeStruct(request.getNews()));
      const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter(
        (name) => name !== "version" && JSON.stringify(olds[name]) !== JSON.stringify(news[name]),
      );
      // Another region is another account, as far as resources go: each of them has to be made there anew.
      const changes = names.map((name) => ({
        path: name,
        kind: "update" as const,
        replaces: name === "region",
      }));
      return encodeDiff({ changes, deleteBeforeReplace: false });
    }),

    configure: unary((request: messages.ConfigureRequest) => {
      config = readConfiguration(unwrap(decodeStruct(request.getArgs())));
      const response = new messages.ConfigureResponse();
      response.setSupportspreview(true);
      return response;
    }),

    invoke: unary((request: messages.InvokeRequest) => {
      const { region } = configured();
      const caller = { accountId: ACCOUNT_ID, region, partition: requirePartition(region) };
      const { result, failures } = invoke(request.getTok(), unwrap(decodeStruct(request.getArgs())), caller);
      const response = new messages.InvokeResponse();
      response.setReturn(encodeStruct(result));
      response.setFailuresList(failures.map(encodeFailure));
      return response;
    }),

    check: unary((request: messages.CheckRequest) =>
      onResource("checking", request.getUrn(), (provider, token, name) => {
        const olds = unwrap(decodeStruct(request.getOlds()));
        const { inputs, failures } = provider.check(token, {
          name,
          ...(Object.keys(olds).length === 0 ? {} : { olds }),
          news: unwrap(decodeStruct(request.getNews())),
          seed: request.getRandomseed_asU8(),
        });
        return checkResponse(inputs, failures);
      }),
    ),

    diff: unary((request: messages.DiffRequest) =>
      onResource("comparing", request.getUrn(), (provider, token, name) => {
        const present = unwrap(decodeStruct(request.getOlds()));
        const olds = unwrap(decodeStruct(request.getOldInputs()));
        const news = unwrap(decodeStruct(request.getNews()));
        return encodeDiff(provider.diff(token, name, present, olds, news));
      }),
    ),

    create: unary((request: messages.CreateRequest) =>
      onResource("creating", request.getUrn(), (provider, token) => {
        const inputs = unwrap(decodeStruct(request.getProperties()));
        const response = new messages.CreateResponse();
        if (request.getPreview()) {
          response.setProperties(encodeStruct(provider.previewCreate(token, inputs)));
          return response;
        }
        const { id, properties } = provider.create(token, inputs);
        response.setId(id);
        response.setProperties(encodeStruct(properties));
        return response;
      }),
    ),

    read: unary((request: messages.ReadRequest) =>
      onResource("reading", request.getUrn(), (provider, token) => {
        const inputs = request.getInputs();
        const olds = inputs && unwrap(decodeStruct(inputs));
        // An import and a `get` know nothing yet but the id.
        const known = olds !== undefined && Object.keys(olds).length > 0;
        const present = provider.read(token, request.getId(), known ? olds : undefined);
        const response = new messages.ReadResponse();
        if (present === undefined) return response;
        response.setId(present.id);
        response.setProperties(encodeStruct(present.properties));
        response.setInputs(encodeStruct(present.inputs));
        return response;
      }),
    ),

    update: unary((request: messages.UpdateRequest) =>
      onResource("updating", request.getUrn(), (provider, token) => {
        const olds = unwrap(decodeStruct(request.getOldInputs()));
        const news = unwrap(decodeStruct(request.getNews()));
        const response = new messages.UpdateResponse();
        const properties = request.getPreview()
          ? provider.previewUpdate(token, unwrap(decodeStruct(request.getOlds())), olds, news)
          : provider.update(token, request.getId(), olds, news);
        response.setProperties(encodeStruct(properties));
        return response;
      }),
    ),

    delete: unary((request: messages.DeleteRequest) =>
      onResource("deleting", request.getUrn(), (provider, token) => {
        provider.delete(token, request.getId());
        return new Empty();
      }),
    ),
  };
}

function checkResponse(inputs: Parameters<typeof encodeStruct>[0], failures: readonly CheckFailure[]) {
  const response = new messages.CheckResponse();
  response.setInputs(encodeStruct(inputs));
  response.setFailuresList(failures.map(encodeFailure));
  return response;
}

function encodeFailure({ property, reason }: CheckFailure): messages.CheckFailure {
  const failure = new messages.CheckFailure();
  failure.setProperty(property);
  failure.setReason(reason);
  return failure;
}

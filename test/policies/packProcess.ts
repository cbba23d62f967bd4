import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

/** A violation as the engine gets it. */
export interface Reported {
  readonly rule: string;
  readonly level: string;
  readonly message: string;
  /** Empty for the resource that was asked about. */
  readonly urn: string;
}

/** What the engine knows of a resource beside its properties. */
export interface Sent {
  readonly name: string;
  readonly protect?: boolean;
  /** By property, the URNs from which it is computed. */
  readonly computedFrom?: Readonly<Record<string, readonly string[]>>;
}

export type Level = "advisory" | "mandatory" | "remediate" | "disabled";

export type WireProperties = Readonly<Record<string, JavaScriptValue>>;

/** A policy pack in its own process, started and asked as the engine does it. */
export class PackProcess {
  readonly #sent: AnalyzerResource[] = [];
  readonly #process: ChildProcess;
  readonly #client: AnalyzerClient;

  private constructor(process: ChildProcess, client: AnalyzerClient) {
    this.#process = process;
    this.#client = client;
  }

  /**
   * @param args of `node`, run in the pack's folder. Default: what the sandbox's analyzer runs.
   * @param config of the stack, by key, as the stack file has it. Default: none.
   */
  static async start(
    folder: string,
    args: readonly string[] = ["."],
    {
      config = {},
      isPreview = true,
    }: { config?: Readonly<Record<string, unknown>>; isPreview?: boolean } = {},
  ): Promise<PackProcess> {
    const values = Object.entries(config).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    const env = {
      ...process.env,
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(values)),
      PULUMI_DRY_RUN: String(isPreview),
      PULUMI_STACK: "prod",
    };
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    const [port] = await once(createInterface(child.stdout), "line");
    const options = { "grpc.max_receive_message_length": -1 };
    return new PackProcess(
      child,
      new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), options),
    );
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  async stop(): Promise<void> {
    this.#client.close();
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await ended;
  }

  info(): Promise<AnalyzerInfo.AsObject> {
    return new Promise((resolve, reject) => {
      this.#client.getAnalyzerInfo(new Empty(), (error, info) =>
        error === null ? resolve(info.toObject()) : reject(error),
      );
    });
  }

  /** What the engine makes of `{ "all": level, ...others }` in a --policy-pack-config file: one entry a policy. */
  async setLevel(level: Level, others: Readonly<Record<string, Level>> = {}): Promise<void> {
    const request = new ConfigureAnalyzerRequest();
    for (const { name } of (await this.info()).policiesList) {
      const config = new PolicyConfig();
      config.setEnforcementlevel(
        {
          advisory: EnforcementLevel.ADVISORY,
          mandatory: EnforcementLevel.MANDATORY,
          remediate: EnforcementLevel.REMEDIATE,
          disabled: EnforcementLevel.DISABLED,
        }[others[name] ?? level],
      );
      config.setProperties(Struct.fromJavaScript({}));
      request.getPolicyconfigMap().set(name, config);
    }
    await new Promise<void>((resolve, reject) => {
      this.#client.configure(request, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  /** What the pack makes of a resource that it repairs; the engine asks for it before it has it judged. */
  remediations(type: string, properties: WireProperties): Promise<readonly WireProperties[]> {
    return new Promise((resolve, reject) => {
      this.#client.remediate(requestAbout(type, properties), (error, response) =>
        error === null
          ? resolve(response.getRemediationsList().map((one) => one.getProperties()?.toJavaScript() ?? {}))
          : reject(error),
      );
    });
  }

  /** Has a resource judged, which from then on is in the stack. */
  analyze(
    type: string,
    properties: WireProperties,
    sent: Sent = { name: "resource" },
  ): Promise<readonly Reported[]> {
    const request = requestAbout(type, properties, sent);
    this.#sent.push(resourceOf(request, sent));
    return new Promise((resolve, reject) => {
      this.#client.analyze(request, (error, response) =>
        error === null ? resolve(reportedIn(response)) : reject(error),
      );
    });
  }

  /** Ends the stack of everything that was judged so far. */
  analyzeStack(): Promise<readonly Reported[]> {
    const request = new AnalyzeStackRequest().setResourcesList(this.#sent.splice(0));
    return new Promise((resolve, reject) => {
      this.#client.analyzeStack(request, (error, response) =>
        error === null ? resolve(reportedIn(response)) : reject(error),
      );
    });
  }
}

function reportedIn(response: AnalyzeResponse): readonly Reported[] {
  return response.getDiagnosticsList().map((diagnostic) => ({
    rule: diagnostic.getPolicyname(),
    level: levelName(diagnostic.getEnforcementlevel()),
    message: diagnostic.getMessage(),
    urn: diagnostic.getUrn(),
  }));
}

/** The URN by which the pack knows a resource. */
export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::test::${type}::${name}`;
}

function requestAbout(
  type: string,
  properties: WireProperties,
  { name, protect = false }: Sent = { name: "resource" },
): AnalyzeRequest {
  return new AnalyzeRequest()
    .setType(type)
    .setName(name)
    .setUrn(urnOf(type, name))
    .setProperties(Struct.fromJavaScript({ ...properties }))
    .setOptions(new AnalyzerResourceOptions().setProtect(protect));
}

function resourceOf(request: AnalyzeRequest, { computedFrom = {} }: Sent): AnalyzerResource {
  const resource = new AnalyzerResource()
    .setType(request.getType())
    .setName(request.getName())
    .setUrn(request.getUrn())
    .setProperties(request.getProperties())
    .setOptions(request.getOptions());
  for (const [property, urns] of Object.entries(computedFrom))
    resource
      .getPropertydependenciesMap()
      .set(property, new AnalyzerPropertyDependencies().setUrnsList([...urns]));
  return resource;
}

function levelName(level: number): string {
  return (
    Object.entries(EnforcementLevel)
      .find(([, value]) => value === level)?.[0]
      .toLowerCase() ?? String(level)
  );
}

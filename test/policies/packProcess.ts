import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  type AnalyzerInfo,
  AnalyzerResourceOptions,
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
}

export type WireProperties = Readonly<Record<string, JavaScriptValue>>;

/** A policy pack in its own process, started and asked as the engine does it. */
export class PackProcess {
  readonly #process: ChildProcess;
  readonly #client: AnalyzerClient;

  private constructor(process: ChildProcess, client: AnalyzerClient) {
    this.#process = process;
    this.#client = client;
  }

  /** @param args of `node`, run in the pack's folder. Default: what the sandbox's analyzer runs. */
  static async start(folder: string, args: readonly string[] = ["."]): Promise<PackProcess> {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    const [port] = await once(createInterface(child.stdout), "line");
    const options = { "grpc.max_receive_message_length": -1 };
    return new PackProcess(
      child,
      new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), options),
    );
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

  /** What the engine makes of `{ "all": level }` in a --policy-pack-config file: one entry a rule. */
  async setLevel(level: "advisory" | "mandatory"): Promise<void> {
    const request = new ConfigureAnalyzerRequest();
    for (const { name } of (await this.info()).policiesList) {
      const config = new PolicyConfig();
      config.setEnforcementlevel(
        level === "advisory" ? EnforcementLevel.ADVISORY : EnforcementLevel.MANDATORY,
      );
      config.setProperties(Struct.fromJavaScript({}));
      request.getPolicyconfigMap().set(name, config);
    }
    await new Promise<void>((resolve, reject) => {
      this.#client.configure(request, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  /** How many repairs the pack makes to a resource; the engine asks for them before it has it judged. */
  remediations(type: string, properties: WireProperties): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#client.remediate(requestAbout(type, properties), (error, response) =>
        error === null ? resolve(response.getRemediationsList().length) : reject(error),
      );
    });
  }

  analyze(type: string, properties: WireProperties): Promise<readonly Reported[]> {
    return new Promise((resolve, reject) => {
      this.#client.analyze(requestAbout(type, properties), (error, response) => {
        if (error !== null) return reject(error);
        const diagnostics = response.getDiagnosticsList().map((diagnostic) => ({
          rule: diagnostic.getPolicyname(),
          level: levelName(diagnostic.getEnforcementlevel()),
          message: diagnostic.getMessage(),
        }));
        return resolve(diagnostics);
      });
    });
  }
}

function requestAbout(type: string, properties: WireProperties): AnalyzeRequest {
  const request = new AnalyzeRequest();
  request.setType(type);
  request.setName("resource");
  request.setUrn(`urn:pulumi:dev::test::${type}::resource`);
  request.setProperties(Struct.fromJavaScript({ ...properties }));
  request.setOptions(new AnalyzerResourceOptions());
  return request;
}

function levelName(level: number): string {
  return (
    Object.entries(EnforcementLevel)
      .find(([, value]) => value === level)?.[0]
      .toLowerCase() ?? String(level)
  );
}

import { status } from "@grpc/grpc-js";
import { isGrpcError, RunError } from "@pulumi/pulumi/errors";
import * as log from "@pulumi/pulumi/log";
import type { ILanguageRuntimeServer } from "@pulumi/pulumi/proto/language_grpc_pb";
import messages from "@pulumi/pulumi/proto/language_pb";
import pluginMessages from "@pulumi/pulumi/proto/plugin_pb";
import { setAllConfig } from "@pulumi/pulumi/runtime/config";
import { disconnect, resetOptions } from "@pulumi/pulumi/runtime/settings";
import { runInPulumiStack } from "@pulumi/pulumi/runtime/stack";
import { unary, unimplemented } from "../account/plugin/unary";

/**
 * The engine's side of a program that runs in this very thread: what `pulumi preview --client` talks to. Pulumi's
 * Automation API does the same for its inline programs (@pulumi/pulumi/automation/server.js), but keeps several of
 * them apart by an AsyncLocalStorage, which slows every promise down; here one program runs, once.
 */
export function languageRuntime(program: string): ILanguageRuntimeServer {
  return {
    getPluginInfo: unary(() => {
      const info = new pluginMessages.PluginInfo();
      info.setVersion("1.0.0");
      return info;
    }),
    // The engine learns of each plugin from the resource that needs it, and is told where they listen.
    getRequiredPlugins: unary(() => new messages.GetRequiredPluginsResponse()),
    run: unary(async (request: messages.RunRequest) => {
      const response = new messages.RunResponse();
      response.setBail(!(await run(program, request)));
      return response;
    }),
    handshake: unimplemented("Handshake"),
    getRequiredPackages: unimplemented("GetRequiredPackages"),
    runtimeOptionsPrompts: unimplemented("RuntimeOptionsPrompts"),
    template: unimplemented("Template"),
    about: unimplemented("About"),
    getProgramDependencies: unimplemented("GetProgramDependencies"),
    generateProgram: unimplemented("GenerateProgram"),
    generateProject: unimplemented("GenerateProject"),
    generatePackage: unimplemented("GeneratePackage"),
    pack: unimplemented("Pack"),
    link: unimplemented("Link"),
    cancel: unimplemented("Cancel"),
    installDependencies: (call) => call.destroy(notImplemented("InstallDependencies")),
    runPlugin: (call) => call.destroy(notImplemented("RunPlugin")),
  };
}

function notImplemented(name: string): Error {
  return Object.assign(new Error(`not implemented: ${name}`), { code: status.UNIMPLEMENTED });
}

/** Whether the program came to its end; if not, the engine has been told why. */
async function run(program: string, request: messages.RunRequest): Promise<boolean> {
  const [engine = ""] = request.getArgsList();
  resetOptions(
    request.getProject(),
    request.getStack(),
    request.getParallel(),
    engine,
    request.getMonitorAddress(),
    request.getDryrun(),
    request.getOrganization(),
  );
  setAllConfig(Object.fromEntries(request.getConfigMap().entries()), request.getConfigsecretkeysList());
  try {
    // What a program throws where nobody awaits it, e.g. in `apply`, would otherwise end the thread without a word.
    await Promise.race([complete(program), firstUncaughtError()]);
    return !log.hasErrors();
  } catch (error) {
    // What a call of the engine's came back with, the engine has reported itself.
    if (!isGrpcError(asError(error))) await report(program, error);
    await disconnect(false);
    return false;
  }
}

async function complete(program: string): Promise<void> {
  await runInPulumiStack(async () => require(program));
  await disconnect(true);
}

function firstUncaughtError(): Promise<never> {
  return new Promise((_, reject) => {
    process.once("uncaughtException", reject).once("unhandledRejection", reject);
  });
}

async function report(program: string, error: unknown): Promise<void> {
  const { message, stack = message } = asError(error);
  await log.error(
    RunError.isInstance(error)
      ? message
      : `Running program '${program}' failed with an unhandled exception:\n${stack}`,
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

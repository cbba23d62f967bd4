// @ts-nocheck Stryker types a plugin by a TypeScript class, and loads it as JavaScript only.
// Stryker's own mocha runner ends at mocha 11, whose inside it reaches into. This one runs mocha by its public API, in
// one process: TypeScript is compiled once, and a mutant that changes what a module does when it is loaded (a table,
// a regular expression) gets its modules loaded anew.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "mocha12", createRunner)];

createRunner.inject = tokens(commonTokens.options);
function createRunner(options) {
  return new MochaRunner(options.mocha12);
}

class MochaRunner {
  constructor({ folders, leavesOut }) {
    this.folders = folders;
    // Tests of the limits read megabytes, which would take days if each mutant met them.
    this.leavesOut = new RegExp(leavesOut);
    this.namespace = global[INSTRUMENTER_CONSTANTS.NAMESPACE] ?? {};
    global[INSTRUMENTER_CONSTANTS.NAMESPACE] = this.namespace;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.require = createRequire(path.join(process.cwd(), "package.json"));
    this.Mocha = this.require("mocha").default;
    const { transformSync } = this.require("esbuild");
    const compiled = new Map();
    const { Module } = this.require("node:module");
    Module._extensions[".ts"] = (module, file) => {
      let code = compiled.get(file);
      if (code === undefined) {
        const source = readFileSync(file, "utf8");
        code = transformSync(source, {
          loader: "ts",
          format: "cjs",
          target: "node20",
          sourcefile: file,
        }).code;
        compiled.set(file, code);
      }
      module._compile(code, file);
    };
    this.files = this.folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".test.ts"))
        .map((name) => path.resolve(folder, name)),
    );
  }

  async dryRun() {
    this.namespace.activeMutant = undefined;
    const { tests, error } = await this.run({ reload: true, records: true });
    if (error !== undefined) return { status: DryRunStatus.Error, errorMessage: error };
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.namespace.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, reloadEnvironment, mutantActivation }) {
    this.namespace.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    this.namespace.hitLimit = hitLimit;
    this.namespace.hitCount = hitLimit === undefined ? undefined : 0;
    const { tests, error } = await this.run({
      reload: reloadEnvironment || this.wasStatic,
      only: testFilter,
      bail: true,
      activate: () => {
        this.namespace.activeMutant = activeMutant.id;
      },
    });
    // What a mutant did to a table stays in its module.
    this.wasStatic = mutantActivation === "static";
    const limit = determineHitLimitReached(this.namespace.hitCount, this.namespace.hitLimit);
    this.namespace.activeMutant = undefined;
    if (limit !== undefined) return toMutantRunResult(limit);
    if (error !== undefined) return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: error });
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }

  /** Loads the tests, and the modules under test where asked, and runs those of `only`. */
  async run({ reload, records, only, bail = false, activate = () => {} }) {
    for (const file of Object.keys(this.require.cache)) {
      const isOurs = file.startsWith(process.cwd()) && !file.includes("node_modules");
      if (isOurs && (reload || this.files.includes(file))) delete this.require.cache[file];
    }
    const mocha = new this.Mocha({ bail, timeout: 60_000, reporter: function silent() {} });
    for (const file of this.files) mocha.addFile(file);
    try {
      mocha.loadFiles();
    } catch (error) {
      return { tests: [], error: String(error) };
    }
    const titles = only === undefined ? undefined : new Set(only);
    keep(mocha.suite, (title) => !this.leavesOut.test(title) && (titles?.has(title) ?? true));
    activate();
    const tests = [];
    let startedAt = 0;
    const { namespace } = this;
    mocha.suite.beforeEach(function record() {
      startedAt = Date.now();
      if (records) namespace.currentTestId = this.currentTest?.fullTitle();
    });
    await new Promise((resolve) => {
      const running = mocha.run(resolve);
      const common = (test) => ({
        id: test.fullTitle(),
        name: test.fullTitle(),
        timeSpentMs: Date.now() - startedAt,
      });
      running.on("pass", (test) => tests.push({ ...common(test), status: TestStatus.Success }));
      running.on("fail", (test, error) =>
        tests.push({
          ...common(test),
          status: TestStatus.Failed,
          failureMessage: String(error?.message ?? error),
        }),
      );
    });
    namespace.currentTestId = undefined;
    return { tests };
  }
}

function keep(suite, isWanted) {
  suite.tests = suite.tests.filter((test) => isWanted(test.fullTitle()));
  for (const inner of suite.suites) keep(inner, isWanted);
}

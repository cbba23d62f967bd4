import { type OperatingSystem, packageManagerOf } from "../../bakeline/operatingSystem";
import type { PackagesStep } from "../../bakeline/step";
import { call } from "../shell/quote";
import type { RenderedStep } from "./renderedStep";

export function renderPackages(
  { names, files = [] }: PackagesStep,
  operatingSystem: OperatingSystem,
): RenderedStep {
  const manager = packageManagerOf(operatingSystem);
  const objects = files.map(({ key, sha256 }) => `${key}=${sha256}`);
  const lines = (fromRepositories: string, fromFiles: readonly string[]) =>
    [
      ...(names.length === 0 ? [] : [call(fromRepositories, ...names)]),
      ...(objects.length === 0 ? [] : [call(fromFiles[0] ?? "", ...fromFiles.slice(1), ...objects)]),
    ].map((line) => `${line}\n`);
  return {
    script: lines(`install_packages_${manager}`, ["install_package_files", manager]).join(""),
    check: lines(`check_packages_${manager}`, ["check_package_files"]).join(""),
  };
}

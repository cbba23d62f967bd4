import { artifactFunctions } from "./powershell/artifacts";
import { awsFunctions } from "./powershell/aws";
import { bootFunctions } from "./powershell/boot";
import { commandFunctions } from "./powershell/commands";
import { fileFunctions } from "./powershell/files";
import { packageFunctions } from "./powershell/packages";
import { reportFunctions } from "./powershell/report";
import { secretFunctions } from "./powershell/secrets";
import { serviceFunctions } from "./powershell/services";

/** Where an image holds the base script. */
export const windowsBaseScriptPath = "C:\\ProgramData\\Bakeline\\bakeline.ps1";

/** Windows Server's base script: every function that steps and the loader call, in Windows PowerShell 5.1. */
export const windowsBaseScript = [
  "# Bakeline's base script, as infra/bootstrap/windows/baseScript.ts puts it together.\n",
  awsFunctions,
  fileFunctions,
  packageFunctions,
  artifactFunctions,
  commandFunctions,
  secretFunctions,
  serviceFunctions,
  reportFunctions,
  bootFunctions,
].join("");

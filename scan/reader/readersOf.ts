import { readCloudConfig } from "./cloudInit/cloudConfig";
import { readMime } from "./cloudInit/mimeParts";
import { readJson, readYaml } from "./documents/document";
import { readXml } from "./documents/xml";
import { readBase64Within } from "./encodings/base64Within";
import { readDataUrls } from "./encodings/dataUrls";
import { readHexWithin } from "./encodings/hexWithin";
import type { FormatReader } from "./inside";
import type { Format } from "./part";
import { readEchoes } from "./scripts/echoes";
import { readHeredocs } from "./scripts/heredocs";
import { readHereStrings } from "./scripts/hereStrings";
import { readUnit } from "./scripts/systemdUnit";

/** What can stand in any text. */
const anywhere: readonly FormatReader[] = [readBase64Within, readDataUrls, readHexWithin];

const shell = [readHeredocs, readEchoes, ...anywhere];

const readers: Readonly<Record<Format, readonly FormatReader[]>> = {
  shell,
  powershell: [readHereStrings, ...anywhere],
  batch: anywhere,
  python: anywhere,
  cloudConfig: [readCloudConfig, ...anywhere],
  yaml: [readYaml, ...anywhere],
  json: [readJson, ...anywhere],
  toml: anywhere,
  ini: anywhere,
  dotenv: anywhere,
  properties: anywhere,
  systemdUnit: [readUnit, ...anywhere],
  xml: [readXml, ...anywhere],
  // Its parts are decoded by their transfer encoding: looking for base64 again would find each of them twice.
  mime: [readMime],
  value: anywhere,
  text: anywhere,
};

export function readersOf(format: Format): readonly FormatReader[] {
  return readers[format];
}

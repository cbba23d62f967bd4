import { isRecord, plain } from "../carriers/pulumiValue";
import type { SettingProblem } from "./subject";

/**
 * What the settings of an instance, a template or a volume allow. Only what is written there is judged: what a
 * template leaves out is decided by the account and the image.
 */
export function findSettingProblems(properties: unknown): SettingProblem[] {
  return [...imds(properties, ""), ...encryption(properties)];
}

const options = ["metadataOptions", "MetadataOptions"];
const nested = ["LaunchTemplateData", "launchTemplateData"];

function imds(properties: unknown, path: string): SettingProblem[] {
  const found: SettingProblem[] = [];
  for (const key of options) {
    const metadata = field(properties, key);
    const tokens = field(metadata, "httpTokens") ?? field(metadata, "HttpTokens");
    const endpoint = field(metadata, "httpEndpoint") ?? field(metadata, "HttpEndpoint");
    if (tokens === "optional" && endpoint !== "disabled")
      found.push({
        detector: "imdsv1-allowed",
        place: `${path}${key}`,
        message: "lets the instance metadata service be called without a token (IMDSv1)",
        remedy: 'set HttpTokens to "required"',
      });
  }
  for (const key of nested) {
    const data = field(properties, key);
    if (data !== undefined) found.push(...imds(data, `${key}.`));
  }
  return found;
}

/** A volume itself, and the block devices of an instance or a template. */
function encryption(properties: unknown): SettingProblem[] {
  const places: string[] = [];
  const look = (node: unknown, place: string) => {
    const encrypted = field(node, "encrypted") ?? field(node, "Encrypted");
    if (encrypted === false || encrypted === "false") places.push(place);
  };
  look(properties, "encrypted");
  for (const key of ["rootBlockDevice", "ebsBlockDevices", "blockDeviceMappings", "BlockDeviceMappings"]) {
    for (const data of [properties, ...nested.map((name) => field(properties, name))]) {
      const devices = field(data, key);
      for (const device of Array.isArray(devices) ? devices : [devices]) {
        look(device, `${key}.encrypted`);
        look(field(device, "ebs") ?? field(device, "Ebs"), `${key}.ebs.encrypted`);
      }
    }
  }
  return places.map((place) => ({
    detector: "volume-not-encrypted",
    place,
    message: "is not encrypted",
    remedy: "encrypt it with a key of your own; an existing volume through an encrypted snapshot",
  }));
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? plain(value[name]) : undefined;
}

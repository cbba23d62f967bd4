// `npm run facts:instance-types -- <instance_types.json.gz> "moto 5.2.5" 2026-11-26`: after a new version of moto.
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { root } from "../../../build/compile";

/** What moto keeps of EC2's answer to DescribeInstanceTypes. */
const typesSchema = z.record(
  z.string(),
  z.object({
    AutoRecoverySupported: z.boolean(),
    NetworkInfo: z.object({ Ipv4AddressesPerInterface: z.int(), MaximumNetworkInterfaces: z.int() }),
    PlacementGroupInfo: z.object({ SupportedStrategies: z.array(z.string()) }),
    ProcessorInfo: z.object({ SupportedArchitectures: z.array(z.string()) }),
  }),
);

type Types = z.output<typeof typesSchema>;

/** A line a family, so that what a refresh changed reads well. */
export function renderFacts(types: Types, source: string, date: string): string {
  // Macs run neither of our architectures' images.
  const names = Object.keys(types)
    .filter((name) => !name.startsWith("mac"))
    .sort();
  const families = [...new Set(names.map((name) => name.split(".")[0]))];
  const lines = families.map((family) => {
    const members = Object.entries(types).filter(([name]) => name.split(".")[0] === family);
    const architectures = new Set(members.map(([, type]) => architecturesOf(type).join()));
    const [own, ...others] = architectures;
    if (own === undefined || others.length > 0)
      throw new Error(`${family}: expected one list of architectures, got ${[...architectures].join("; ")}`);
    const sizes = Object.fromEntries(members.map(([name, type]) => [name.split(".")[1], renderType(type)]));
    return `    ${JSON.stringify(family)}: ${JSON.stringify({ architectures: own.split(","), sizes })}`;
  });
  const head = [`  "source": ${JSON.stringify(source)},`, `  "date": ${JSON.stringify(date)},`];
  return `{\n${head.join("\n")}\n  "families": {\n${lines.join(",\n")}\n  }\n}\n`;
}

/** The two that images are made for; i386, which some small types of old families take too, is not one of them. */
function architecturesOf({ ProcessorInfo }: Types[string]): string[] {
  return ["arm64", "x86_64"].filter((name) => ProcessorInfo.SupportedArchitectures.includes(name));
}

function renderType({ AutoRecoverySupported, NetworkInfo, PlacementGroupInfo }: Types[string]): string {
  const letters = ["cluster", "partition", "spread"]
    .filter((strategy) => PlacementGroupInfo.SupportedStrategies.includes(strategy))
    .map((strategy) => strategy[0])
    .join("");
  const { MaximumNetworkInterfaces, Ipv4AddressesPerInterface } = NetworkInfo;
  return `${MaximumNetworkInterfaces} ${Ipv4AddressesPerInterface} ${AutoRecoverySupported ? "r" : ""}${letters}`;
}

function main([file, source, date]: readonly string[]): void {
  if (file === undefined || source === undefined || date === undefined)
    throw new Error(
      'expected the path of instance_types.json.gz, its source such as "moto 5.2.5", and today\'s date',
    );
  const types = typesSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")));
  writeFileSync(path.join(root, "infra/compute/instanceTypes/facts.json"), renderFacts(types, source, date));
}

main(process.argv.slice(2));

import { percentDecode } from "../encodings/dataUrls";
import type { Inside } from "../inside";
import { readLeaves } from "./leafParts";
import { field, isMapping, items, scalar } from "./node";

/** Ignition 2 and 3, and Butane, which it is written in: https://coreos.github.io/ignition/specs/ */
export function readIgnition(document: unknown, inside: Inside): boolean {
  const ignition = field(document, "ignition");
  const isButane = ["fcos", "flatcar", "openshift", "r4e", "fiot"].includes(
    scalar(field(document, "variant")) ?? "",
  );
  if (!isButane && scalar(field(ignition, "version")) === undefined) return false;
  readConfigs(ignition, inside);
  for (const [i, file] of items(field(field(document, "storage"), "files")).entries()) {
    const place = `storage.files[${i}]`;
    const name = scalar(field(file, "path"));
    for (const content of [field(file, "contents"), ...items(field(file, "append"))])
      readResource(content, `${place}.contents`, name, inside);
  }
  for (const [i, unit] of items(field(field(document, "systemd"), "units")).entries()) {
    const place = `systemd.units[${i}]`;
    readUnit(unit, `${place}.contents`, inside);
    for (const [j, dropin] of items(field(unit, "dropins")).entries())
      readUnit(dropin, `${place}.dropins[${j}].contents`, inside);
  }
  readLeaves(field(document, "passwd"), "passwd", inside);
  return true;
}

/** Another config that this one is merged with or replaced by: Ignition 3 `merge`, Ignition 2 `append`. */
function readConfigs(ignition: unknown, inside: Inside): void {
  const config = field(ignition, "config");
  for (const key of ["merge", "append", "replace"])
    for (const source of items(field(config, key)))
      readResource(source, `ignition.config.${key}`, undefined, inside);
}

function readUnit(unit: unknown, place: string, inside: Inside): void {
  const contents = scalar(field(unit, "contents"));
  if (contents !== undefined)
    inside.text({ place, name: scalar(field(unit, "name")), format: "systemdUnit" }, contents);
}

function readResource(resource: unknown, place: string, name: string | undefined, inside: Inside): void {
  if (!isMapping(resource)) return;
  const inline = scalar(resource.inline);
  if (inline !== undefined) inside.text({ place, name }, inline);
  const source = scalar(resource.source);
  if (source === undefined || source === "") return;
  const data = /^data:([^,]{0,200}),/.exec(source);
  if (data === null) {
    inside.text({ place: `${place} source`, name: "source", format: "value" }, source);
    inside.unread(place, "it is fetched at boot from an address");
    return;
  }
  const body = source.slice(data[0].length);
  // Decompressed by what it is: the field `compression` only says so too.
  inside.bytes({ place, name }, /;base64$/i.test(data[1] ?? "") ? fromBase64(body) : percentDecode(body));
}

function fromBase64(body: string): Buffer {
  return Buffer.from(percentDecode(body).toString("latin1"), "base64");
}

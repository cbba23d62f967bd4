import fc from "fast-check";
import { layerOf, type SecretReference, type Step } from "../../../../infra/bakeline/step";
import { type Layer, layers } from "../../../../infra/bakeline/tier";
import type { Overlays } from "../../../../infra/bootstrap/loader";
import { awkwardText } from "../../bakeline/anyStep";

const letters = "abcdefghijklmnopqrstuvwxyz";
const lower = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength });
const hexadecimal = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
const path = fc
  .array(fc.string({ unit: fc.constantFrom(...letters, "-", "'", "’", "$", "`", "é"), minLength: 1 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((names) => `C:\\${names.join("\\")}`);

/** What PowerShell reads as something else than a text of it. */
export const awkwardPowerShell = fc
  .array(fc.oneof(awkwardText, fc.constantFrom("‘", "’", "$(exit)", "`", "'@", '"@\n', "<#", "\r", "%{")), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));

const reference: fc.Arbitrary<SecretReference> = fc.oneof(
  lower(12).map((name) => ({ kind: "parameterStore" as const, name: `/app/${name}` })),
  lower(12).map((name) => ({ kind: "secretsManager" as const, secretId: `app/${name}` })),
);
const bakeable = fc.constantFrom<Layer>("foundation", "application");
const anyLayer = fc.constantFrom(...layers);

/** Any step that is legal in itself on Windows Server, under every tier. */
export const anyWindowsStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("packages" as const),
    layer: anyLayer,
    names: fc.array(fc.constantFrom("Web-Server", "NET-Framework-45-Core", "Telnet-Client"), {
      minLength: 1,
      maxLength: 3,
    }),
    files: fc.array(fc.record({ key: lower(20).map((name) => `${name}/1.0.msi`), sha256: hexadecimal }), {
      maxLength: 2,
    }),
  }),
  fc.record({
    kind: fc.constant("artifact" as const),
    layer: bakeable,
    name: lower(12),
    version: fc.constantFrom("1.0.0", "2.3-rc.1"),
    directory: path,
    key: lower(20).map((name) => `${name}/1.0.tar.gz`),
    sha256: hexadecimal,
  }),
  fc.record({
    kind: fc.constant("file" as const),
    layer: anyLayer,
    path,
    content: fc.record({ kind: fc.constant("literal" as const), text: awkwardPowerShell }),
  }),
  fc.record({
    kind: fc.constant("file" as const),
    path,
    content: fc.record({
      kind: fc.constant("template" as const),
      text: awkwardPowerShell.map((text) => `${text}|{{instanceId}}`),
    }),
  }),
  fc.record({
    kind: fc.constant("service" as const),
    layer: bakeable,
    name: lower(12),
    startAt: fc.constantFrom("boot" as const, "ready" as const),
  }),
  fc.record({
    kind: fc.constant("command" as const),
    layer: anyLayer,
    name: awkwardPowerShell,
    run: awkwardPowerShell,
    unless: awkwardPowerShell,
  }),
  fc.record({
    kind: fc.constant("secret" as const),
    path,
    reference,
    owner: fc.constantFrom("NT SERVICE\\app", "app"),
  }),
  fc.record({
    kind: fc.constant("chefClient" as const),
    program: fc.constantFrom("chef-client" as const, "cinc-client" as const),
    serverUrl: fc.constant("https://chef.example.com/organizations/site"),
    validatorName: lower(12),
    validator: reference,
  }),
);

/** Steps as a workload lists them: their layers never go down. */
export const legalWindowsSteps: fc.Arbitrary<Step[]> = fc
  .array(anyWindowsStep, { maxLength: 10 })
  .map((steps) => steps.toSorted((a, b) => layers.indexOf(layerOf(a)) - layers.indexOf(layerOf(b))));

export const anyWindowsOverlays: fc.Arbitrary<Overlays> = fc.dictionary(lower(8), legalWindowsSteps, {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
});

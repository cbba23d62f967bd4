import fc from "fast-check";
import { layerOf, type SecretReference, type Step } from "../../../infra/bakeline/step";
import { type Layer, layers } from "../../../infra/bakeline/tier";
import type { Overlays } from "../../../infra/bootstrap/loader";

const letters = "abcdefghijklmnopqrstuvwxyz";
const lower = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength });
const hexadecimal = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
const path = fc
  .array(
    fc.string({ unit: fc.constantFrom(...letters, "A", ".", "-", "_", " ", "'", "$", "é"), minLength: 1 }),
    { minLength: 1, maxLength: 4 },
  )
  .map((names) => `/${names.join("/")}`);

/** Text that a careless renderer would let the shell, YAML or MIME read as something else. */
export const awkwardText = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.string({ unit: "grapheme", maxLength: 10 }),
      fc.constantFrom(
        "\n",
        "'",
        '"',
        "\\",
        "$(reboot)",
        "`id`",
        "END\n",
        "\nEND\n",
        "--boundary",
        "\r\n",
        "\t",
        "!!",
        "#cloud-config",
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join("").replaceAll("\0", "").replaceAll("{{", "{"));

const template = fc
  .array(fc.oneof(awkwardText, fc.constantFrom("{{instanceId}}", "{{ role }}", "{{environment}}")), {
    maxLength: 5,
  })
  .map((parts) => parts.join("|"));

const reference: fc.Arbitrary<SecretReference> = fc.oneof(
  lower(12).map((name) => ({ kind: "parameterStore" as const, name: `/app/${name}` })),
  lower(12).map((name) => ({ kind: "secretsManager" as const, secretId: `app/${name}` })),
);
const object = { key: lower(20).map((name) => `${name}/1.0.tar.gz`), sha256: hexadecimal };
const bakeable = fc.constantFrom<Layer>("foundation", "application");
const anyLayer = fc.constantFrom(...layers);
const owner = lower(8);
const mode = fc.constantFrom("0400", "0640", "0644", "0755");

/** Any step that is legal in itself under every tier. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("packages" as const),
    layer: anyLayer,
    names: fc.array(lower(12), { minLength: 1, maxLength: 5 }),
    files: fc.array(fc.record(object), { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant("artifact" as const),
    layer: bakeable,
    name: lower(12),
    version: fc.constantFrom("1.0.0", "2.3-rc.1"),
    directory: lower(10).map((name) => `/opt/${name}`),
    ...object,
  }),
  fc.record({
    kind: fc.constant("file" as const),
    layer: anyLayer,
    path,
    content: fc.record({ kind: fc.constant("literal" as const), text: awkwardText }),
    owner,
    mode,
  }),
  fc.record({
    kind: fc.constant("file" as const),
    path,
    content: fc.record({ kind: fc.constant("template" as const), text: template }),
  }),
  fc.record({ kind: fc.constant("service" as const), layer: bakeable, name: lower(12), unit: awkwardText }),
  fc.record({
    kind: fc.constant("command" as const),
    layer: anyLayer,
    name: awkwardText,
    run: awkwardText,
    unless: awkwardText,
  }),
  fc.record({ kind: fc.constant("secret" as const), path, reference, owner, mode }),
  fc.record({
    kind: fc.constant("chefClient" as const),
    program: fc.constantFrom("chef-client" as const, "cinc-client" as const),
    serverUrl: fc.constant("https://chef.example.com/organizations/site"),
    validatorName: lower(12),
    validator: reference,
  }),
);

/** What no other step may have; of other steps the step itself. */
function soleOf(step: Step): string | Step {
  if (step.kind === "service") return `service ${step.name}`;
  return step.kind === "file" || step.kind === "secret" ? step.path : step;
}

/** Steps as a workload lists them: their layers never go down, and no two make one thing. */
export const legalSteps: fc.Arbitrary<Step[]> = fc
  .uniqueArray(anyStep, { maxLength: 12, selector: soleOf })
  .map((steps) => steps.toSorted((a, b) => layers.indexOf(layerOf(a)) - layers.indexOf(layerOf(b))));

/** Overlays by the value of a tag. */
export const anyOverlays: fc.Arbitrary<Overlays> = fc.dictionary(lower(8), legalSteps, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});

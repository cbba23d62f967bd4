import * as z from "zod";
import { choice, guidanceOf, integer } from "../config/setting";
import { list, shapeOf, word } from "../config/shape";
import type {
  AnsiblePullStep,
  ArtifactStep,
  BucketObject,
  ChefClientStep,
  CommandStep,
  FileContent,
  FileStep,
  PackagesStep,
  SecretReference,
  SecretStep,
  ServiceStep,
} from "./step";
import { layers } from "./tier";

type Of<Kinds, Kind> = Extract<Kinds, { kind: Kind }>;

/** Programs are run without being type checked, so what steps are is asked of them as data, too. */
const layer = choice(layers, {
  description: "Where the step belongs by how often it changes.",
  remedy: "choose one, or leave it out",
}).optional();
const path = word("an absolute path");
const name = word("a name");
const mode = word("four octal digits in quotes").optional();
const bucketObject = {
  key: word("the key of an object of the bootstrap bucket"),
  sha256: word("64 hexadecimal digits"),
};

export const bucketObjectShape = shapeOf<BucketObject>()(bucketObject);

const content = z
  .discriminatedUnion("kind", [
    shapeOf<Of<FileContent, "literal">>()({ kind: z.literal("literal"), text: word("the file's text") }),
    shapeOf<Of<FileContent, "template">>()({ kind: z.literal("template"), text: word("the template") }),
  ])
  .register(guidanceOf, { expected: "kind and text", remedy: 'write { kind: "literal", text: … }' });

const reference = z
  .discriminatedUnion("kind", [
    shapeOf<Of<SecretReference, "parameterStore">>()({ kind: z.literal("parameterStore"), name }),
    shapeOf<Of<SecretReference, "secretsManager">>()({
      kind: z.literal("secretsManager"),
      secretId: word("the name or ARN of a secret"),
    }),
  ])
  .register(guidanceOf, {
    expected: "where the secret is",
    remedy: 'write { kind: "parameterStore", name: … } or { kind: "secretsManager", secretId: … }',
  });

/** An artifact whose release is part of the step. */
export const artifactShape = shapeOf<ArtifactStep>()({
  kind: z.literal("artifact"),
  layer,
  name,
  directory: path,
  version: word("a version"),
  ...bucketObject,
});

/** Every other step. */
export const otherStepShapes = [
  shapeOf<PackagesStep>()({
    kind: z.literal("packages"),
    layer,
    names: list(word("the name of a package"), "a list of package names"),
    files: list(bucketObjectShape, "a list of package files in the bootstrap bucket").optional(),
  }),
  shapeOf<FileStep>()({
    kind: z.literal("file"),
    layer,
    path,
    content,
    owner: word("the name of a user").optional(),
    mode,
  }),
  shapeOf<ServiceStep>()({
    kind: z.literal("service"),
    layer,
    name,
    unit: word("the text of a systemd unit").optional(),
    // Whoever waits longer for a service to end than Auto Scaling may for an instance to, waits in vain.
    drainSeconds: integer(1, 3600, {
      description: "Seconds that the service needs to end after SIGTERM.",
      remedy: "write how long its longest request takes, or leave it out",
    }).optional(),
    startAt: choice(["boot", "ready"], {
      description: "When the service is started.",
      remedy: "choose one, or leave it out",
    }).optional(),
  }),
  shapeOf<CommandStep>()({
    kind: z.literal("command"),
    layer,
    name,
    run: word("a command"),
    unless: word("a command that ends with 0 when there is nothing to do"),
  }),
  shapeOf<SecretStep>()({
    kind: z.literal("secret"),
    layer,
    path,
    reference,
    owner: word("the name of a user"),
    mode,
  }),
  shapeOf<AnsiblePullStep>()({
    kind: z.literal("ansiblePull"),
    layer,
    name,
    playbook: word("the path of a playbook"),
    ...bucketObject,
  }),
  shapeOf<ChefClientStep>()({
    kind: z.literal("chefClient"),
    layer,
    program: choice(["chef-client", "cinc-client"], {
      description: "The client that a package brought.",
      remedy: "choose the one that the packages step before it installs",
    }),
    serverUrl: word("a URL that begins with https://"),
    validatorName: name,
    validator: reference,
  }),
] as const;

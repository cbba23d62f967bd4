/** What the built language host is called: the script of its usual name starts it. */
export const builtLanguageHost = "pulumi-language-nodejs-3.60";

/**
 * The plugins of the engine's own that are scripts. They stand beside the built CLI, where the engine
 * looks for them first.
 */
export const bundledPlugins: Readonly<Record<string, string>> = {
  // The engine sends Pulumi.yaml's runtime options in its requests; the host that is a Go module of its own reads
  // them as flags, and without the flag loads ts-node and typescript, 0.4 s, for a program that is JavaScript.
  // A TypeScript program is told so by PULUMI_NODEJS_TYPESCRIPT (engineEnvironment.ts).
  "pulumi-language-nodejs": `#!/bin/sh\nexec "$(dirname "$0")/${builtLanguageHost}" -typescript=false "$@"\n`,
  // Our packs are compiled and start themselves. The stock script loads ts-node and typescript for
  // every pack, half a second each.
  "pulumi-analyzer-policy": '#!/bin/sh\nexec node . "$@"\n',
  // As the SDK ships it: serves the dynamic providers of the program in the current folder.
  "pulumi-resource-pulumi-nodejs":
    '#!/bin/sh\nexec node "$(node -p "require.resolve(\'@pulumi/pulumi/cmd/dynamic-provider\')")" "$@"\n',
};

/**
 * The plugins of the engine's own that are scripts. They stand beside the built CLI, where the engine
 * looks for them first.
 */
export const bundledPlugins: Readonly<Record<string, string>> = {
  // Our packs are compiled and start themselves. The stock script loads ts-node and typescript for
  // every pack, half a second each.
  "pulumi-analyzer-policy": '#!/bin/sh\nexec node . "$@"\n',
  // As the SDK ships it: serves the dynamic providers of the program in the current folder.
  "pulumi-resource-pulumi-nodejs":
    '#!/bin/sh\nexec node "$(node -p "require.resolve(\'@pulumi/pulumi/cmd/dynamic-provider\')")" "$@"\n',
};

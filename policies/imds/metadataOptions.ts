import { Got } from "../got";
import type { Finding } from "../rule";
import { userDataText } from "../userDataText";

/** The part of an instance's or template's `metadataOptions` that is judged here. */
export interface MetadataOptions {
  readonly httpEndpoint?: string | undefined;
  readonly httpTokens?: string | undefined;
  readonly httpPutResponseHopLimit?: number | undefined;
  readonly instanceMetadataTags?: string | undefined;
}

/**
 * How a template or instance says that its workload needs a second hop, because a container bridge stands between
 * the workload and the instance: a tag, which people see on the resource and which any program can set. The value
 * is the hop limit, and "2" is the only one there is.
 */
export const hopLimitTag = "bakeline:imds-hop-limit";

/**
 * IMDSv2 is required only where `httpTokens` says so: what is left out follows the account's default, then the AMI,
 * then `optional`. Without an endpoint there is nothing to require a token from.
 */
export function findOptionalTokens(options: MetadataOptions | undefined): readonly Finding[] {
  if (options?.httpEndpoint === "disabled" || options?.httpTokens === "required") return [];
  return [
    {
      path: "metadataOptions.httpTokens",
      expected: '"required"',
      got: Got.of(options?.httpTokens, ["optional", "no-preference"]),
    },
  ];
}

/**
 * A limit left out is 1, unless the account or the AMI says otherwise (an AMI that supports only IMDSv2 says 2):
 * that is theirs to answer for, and the account's default has a rule of its own.
 * Two are also what a workload needs that runs containers, as its user data shows.
 * @param tags and the user data are read only where they can matter, so that tags which are not known yet hold up nothing else
 */
export function findLongHops(
  options: MetadataOptions | undefined,
  tags: () => Readonly<Record<string, string>> | undefined,
  userData: () => unknown = () => undefined,
): readonly Finding[] {
  if (options?.httpEndpoint === "disabled") return [];
  const hops = Number(options?.httpPutResponseHopLimit ?? 1);
  if (hops <= 1) return [];
  if (hops === 2 && (tags()?.[hopLimitTag] === "2" || runsContainers(userData()))) return [];
  return [
    {
      path: "metadataOptions.httpPutResponseHopLimit",
      expected: `1, or 2 with the tag "${hopLimitTag}" = "2"`,
      got: Got.of(options?.httpPutResponseHopLimit),
    },
  ];
}

const containerTools = /\b(docker|podman|nerdctl|containerd|kubelet|nodeadm|k3s|ECS_CLUSTER|\/etc\/eks)\b/i;

function runsContainers(userData: unknown): boolean {
  return containerTools.test(userDataText(userData));
}

/** Where the instance's tags can be read on the instance itself. */
const tagsPath = /meta-data\/tags\/instance|\bec2-metadata\b[^\n;|&]*\s--tags\b/;

/**
 * A bootstrap that asks the metadata service for the instance's tags is told 404 unless they are switched on there.
 * @param userData what the instances boot with, in any of the encodings that AWS takes
 */
export function findMissingTags(
  options: () => MetadataOptions | undefined,
  userData: readonly unknown[],
): readonly Finding[] {
  if (!userData.some((text) => tagsPath.test(userDataText(text)))) return [];
  const tags = options()?.instanceMetadataTags;
  if (tags === "enabled") return [];
  return [
    {
      path: "metadataOptions.instanceMetadataTags",
      expected: '"enabled", because the user data reads the instance\'s tags',
      got: Got.of(tags, ["disabled", "no-preference"]),
    },
  ];
}

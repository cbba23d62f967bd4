import { Got } from "../got";
import type { Finding } from "../rule";
import { isTrue, switchTexts } from "../values";

interface Domain {
  readonly domainEndpointOptions?: { readonly enforceHttps?: unknown } | undefined;
}

/**
 * Finds a domain that takes HTTP. The provider's default within the block is HTTPS; without the block it sends
 * nothing, and AWS's default is both: terraform-provider-aws, internal/service/opensearch/domain.go.
 */
export function findOptionalHttps({ domainEndpointOptions: options }: Domain): readonly Finding[] {
  const enforced = options?.enforceHttps;
  if (isTrue(enforced) || (options != null && enforced == null)) return [];
  return [
    { path: "domainEndpointOptions.enforceHttps", expected: "true", got: Got.of(enforced, switchTexts) },
  ];
}

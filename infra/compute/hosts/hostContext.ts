import type * as pulumi from "@pulumi/pulumi";
import type { Account } from "../../account/account";
import type { StackConfig } from "../../config/schema";
import type { InterfaceConfig } from "../../config/sections/hostInterface";
import type { ManagementNetwork } from "../../network/managementNetwork";
import type { Network } from "../../network/network";
import type { BootstrapBucket } from "../../state/bootstrapBucket";
import type { EstateIdentity } from "../../tags";

/** What every host of an estate stands in. */
export interface HostContext {
  readonly identity: EstateIdentity;
  readonly account: pulumi.Output<Account>;
  readonly config: StackConfig;
  readonly network: Network;
  /** Undefined where no host needs it. */
  readonly management: ManagementNetwork | undefined;
  readonly bucket: BootstrapBucket;
  readonly logKeyArn: pulumi.Input<string>;
  /** Hears of alarms. */
  readonly topicArn: pulumi.Input<string>;
  readonly lookUpImage: (imageParameter: string) => pulumi.Output<string>;
}

/** The subnet of a zone that an interface stands in. */
export function subnetFor(
  { config, network, management }: HostContext,
  subnet: InterfaceConfig["subnet"],
  zone: string,
): pulumi.Output<string> {
  if (subnet === "management") return requireManagement(management).subnetIn(zone);
  const index = config.network.availabilityZones.indexOf(zone);
  const ids = subnet === "public" ? network.publicSubnetIds : network.privateSubnetIds;
  return ids.apply((all) => {
    const id = all[index];
    if (id === undefined)
      throw new Error(`${zone}: expected a zone of network.availabilityZones, got another`);
    return id;
  });
}

export function requireManagement(management: ManagementNetwork | undefined): ManagementNetwork {
  if (management === undefined) throw new Error("expected the management network, which a host needs");
  return management;
}

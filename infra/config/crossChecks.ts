import { hostProblems } from "./checks/hosts/hosts";
import { imageProblems } from "./checks/images";
import { certificateProblems } from "./checks/loadBalancer";
import { regionProblems, reservedBlockProblems, vpcBlockProblems, zoneProblems } from "./checks/network";
import { productionProblems } from "./checks/production";
import { productionStoreProblems } from "./checks/productionStores";
import { rolloutProblems } from "./checks/rollout";
import { cacheProblems } from "./checks/stores/caches";
import { databaseProblems } from "./checks/stores/databases";
import { storeNameProblems } from "./checks/stores/names";
import { sessionTableProblems } from "./checks/stores/sessionTables";
import { architectureProblems, rootDeviceProblems, sizeProblems } from "./checks/workloads";
import type { Finding } from "./finding";
import type { PartialConfig } from "./partialConfig";

/** What no setting shows by itself: whether they agree with each other, and with AWS. */
export function findCrossProblems(config: PartialConfig): Finding[] {
  return [
    ...regionProblems(config),
    ...zoneProblems(config),
    ...vpcBlockProblems(config),
    ...reservedBlockProblems(config),
    ...certificateProblems(config),
    ...rootDeviceProblems(config),
    ...architectureProblems(config),
    ...sizeProblems(config),
    ...imageProblems(config),
    ...storeNameProblems(config),
    ...databaseProblems(config),
    ...sessionTableProblems(config),
    ...cacheProblems(config),
    ...rolloutProblems(config),
    ...hostProblems(config),
    ...productionProblems(config),
    ...productionStoreProblems(config),
  ];
}

import { getProject, getStack } from "@pulumi/pulumi";
import { root } from "../build/compile";
import { readStackConfig } from "./config/program";
import { declareEstate } from "./estate";
import { findCommit } from "./images/gitCommit";
import { revisionsFile } from "./images/revision";
import { createProvider } from "./provider";
import { workloads as declared } from "./workloads";
import { declaredBy } from "./workloads/declared";

const config = readStackConfig(declaredBy(declared));
const identity = { project: getProject(), stack: getStack(), environment: config.environment };
const provider = createProvider(identity, config.region);

/**
 * The stack's outputs: `loadBalancerDnsName`, where the DNS record of the certificate's domain must point, and
 * `workloads`, by name, what people and programs find each by.
 */
export const { loadBalancerDnsName, workloads } = declareEstate({
  identity,
  config,
  workloads: declared,
  provider,
  findImageCommit: (digest) => findCommit(root, revisionsFile, digest)?.hash,
});

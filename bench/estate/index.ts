import { Config, getProject, getStack } from "@pulumi/pulumi";
import { root } from "../../build/compile";
import { declareEstate } from "../../infra/estate";
import { createProvider } from "../../infra/provider";
import { workloads as declared } from "../../infra/workloads";
import { loadCheckedStack } from "../../infra/workloads/checkedStack";
import { repeatWorkload } from "./repeatWorkload";

const config = loadCheckedStack(root, "dev");
const [workload] = declared;
if (workload === undefined) throw new Error("infra/workloads: expected at least one workload, got none");
const { workloads, settings } = repeatWorkload(workload, config, new Config().requireNumber("workloads"));

const identity = { project: getProject(), stack: getStack(), environment: config.environment };
const provider = createProvider(identity, config.region);
// Workloads alone: hosts and stores would be the same at every size.
const stores = { databases: {}, sessionTables: {}, caches: {}, buckets: {}, fileSystems: {} };
const hosts = {
  ...config.hosts,
  dualHomed: {},
  single: {},
  licensed: {},
  appliance: {},
  floatingPair: {},
};
declareEstate({
  identity,
  config: { ...config, workloads: settings, stores, hosts, exemptions: [] },
  workloads,
  provider,
  findImageCommit: () => undefined,
});

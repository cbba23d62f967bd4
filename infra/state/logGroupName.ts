/** All log groups of a stack begin with this; the key of the logs is bound to it. */
export function logGroupPrefix(stack: string): string {
  return `/bakeline/${stack}`;
}

/** Where a workload's instances write. A fixed name, which agents are told at boot and people can guess. */
export function workloadLogGroupName(stack: string, workload: string): string {
  return `${logGroupPrefix(stack)}/${workload}`;
}

/** What a store logs, where the program may name the group; RDS has names of its own. */
export function storeLogGroupName(stack: string, store: string, log: string): string {
  return `${logGroupPrefix(stack)}/stores/${store}/${log}`;
}

/** Two levels deep, so that no workload's name can meet it. */
export function flowLogGroupName(stack: string): string {
  return `${logGroupPrefix(stack)}/network/flow-logs`;
}

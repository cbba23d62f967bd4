import table from "./iamActions.json";

const services: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table.services).map(([service, actions]) => [service, actions.split(" ")]),
);

/**
 * Actions that name their resource and that some role of EC2 has to take on any, because what they name is made
 * by others later: each with what AWS's own documentation asks for.
 */
const onAnyByNecessity = new Set([
  "ssm:updateinstanceinformation",
  "ssm:getdeployablepatchsnapshotforinstance",
  "ssm:putinventory",
  "ssm:putcomplianceitems",
  "ssm:putconfigurepackageresult",
  "ssm:updateinstanceassociationstatus",
  "ssm:updateassociationstatus",
  "ssm:getmanifest",
  "cloudwatch:putmetricdata",
  "sts:getcalleridentity",
]);

/** Whether an action, which may have wildcards, is or holds one that could be given on a named resource only. */
export function onAnyResource(action: string): boolean {
  const [service = "", name = ""] = action.split(":");
  const actions = services.get(service);
  if (actions === undefined) return /^[*?]+$/.test(action);
  if (!/[*?]/.test(name)) return actions.includes(name) && !onAnyByNecessity.has(action);
  const pattern = new RegExp(
    `^${name
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  );
  return actions.some((one) => pattern.test(one) && !onAnyByNecessity.has(`${service}:${one}`));
}

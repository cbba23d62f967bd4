import { type Finding, valueAt, wrong } from "../finding";
import type { PartialConfig } from "../partialConfig";

/** What prod may not do without. */
export function productionProblems({
  environment,
  loadBalancer,
  policies,
  workloads,
}: PartialConfig): Finding[] {
  if (environment !== "prod") return [];
  const { undecided: _, rules = {}, ...packs } = policies;
  const advisory = [
    ...Object.keys(packs).map((pack): readonly ["policies", string] => ["policies", pack]),
    ...Object.keys(rules).map((rule): readonly ["policies", "rules", string] => ["policies", "rules", rule]),
  ].filter((path) => valueAt({ policies }, path) === "advisory");
  const single = Object.entries(workloads).filter(([, { minSize }]) => minSize === 1);
  return [
    ...(loadBalancer.deletionProtection === false
      ? [
          wrong(
            ["loadBalancer", "deletionProtection"],
            "true in prod",
            "write true; to delete a prod stack, lift it in a change of its own first",
          ),
        ]
      : []),
    ...single.map(([name]) =>
      wrong(
        ["workloads", name, "minSize"],
        "at least 2 in prod",
        "write 2 or more: one instance is an outage when its zone fails",
      ),
    ),
    ...advisory.map((path) =>
      wrong(path, "mandatory or remediate in prod", "write mandatory, or leave it out"),
    ),
  ];
}

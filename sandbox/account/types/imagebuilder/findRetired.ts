import type { AccountView, Entry } from "../../accountView";
import type { Properties } from "../../values";
import { block, blocks, number, text, valuesAt } from "../reading";
import { tokens } from "../tokens";

const day = 86_400_000;

/**
 * The images that a lifecycle policy would delete at a time, by what AWS documents of its rules: by age, less the newest
 * that are retained, less those with an AMI that has an excluded tag.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-lifecycle-rules.html
 * Not modelled: rules by count, recipes as a selection, the time of the last launch.
 */
export function findRetired(account: AccountView, policy: Properties, now: Date): readonly Entry[] {
  const selected = account
    .all(tokens.builtImage)
    .filter(({ properties }) =>
      Object.entries(block(block(policy, "resourceSelection") ?? {}, "tagMap") ?? {}).every(
        ([key, value]) =>
          block(properties, "tagsAll")?.[key] === value || block(properties, "tags")?.[key] === value,
      ),
    )
    .toSorted((one, other) => ageOf(one, now) - ageOf(other, now));
  const retired = new Set<Entry>();
  for (const detail of blocks(policy, "policyDetails")) {
    if (text(block(detail, "action") ?? {}, "type") !== "DELETE") continue;
    const filter = block(detail, "filter") ?? {};
    const excluded = block(block(block(detail, "exclusionRules") ?? {}, "amis") ?? {}, "tagMap") ?? {};
    selected.forEach((image, index) => {
      if (index < (number(filter, "retainAtLeast") ?? 0)) return;
      if (ageOf(image, now) < (number(filter, "value") ?? 0) * day) return;
      if (amisOf(image).some((ami) => hasTag(account, ami, excluded))) return;
      retired.add(image);
    });
  }
  return [...retired];
}

function ageOf({ properties }: Entry, now: Date): number {
  return now.getTime() - Date.parse(text(properties, "dateCreated") ?? "");
}

export function amisOf({ properties }: Entry): readonly string[] {
  return valuesAt(properties, "outputResources.amis.image").filter((id) => typeof id === "string");
}

function hasTag(account: AccountView, ami: string, excluded: Properties): boolean {
  return account
    .all(tokens.ec2Tag)
    .some(
      ({ properties }) =>
        text(properties, "resourceId") === ami &&
        excluded[text(properties, "key") ?? ""] === properties.value,
    );
}

import type { StackView } from "./context";
import type { Heard } from "./decodeOnly";
import { Exemptions } from "./exemptions";
import { judge, type Verdict } from "./judge";
import { endPolicy, type Pack } from "./pack";
import type { Rule } from "./rule";
import type { PolicySettings } from "./settings";
import { contextOf, emptyStack, type Subject, viewOf } from "./stackView";
import { presentName } from "./typeAliases";
import { renderExempted, renderVerdict } from "./verdictText";

/** A message as the engine shall get it. */
export interface Said {
  /** The rule that says so. */
  readonly name: string;
  readonly message: string;
  readonly enforcementLevel: "advisory" | "mandatory";
  readonly description?: string;
  readonly severity?: Rule["severity"];
  /** Default: the stack. */
  readonly urn?: string;
}

interface SubjectWithProperties extends Subject {
  readonly properties: unknown;
}

/** A resource as the SDK hands it over at the end. */
interface Resource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** Something that has to wait for the end of the stack. */
type Waiting =
  | { readonly kind: "toJudge"; readonly rule: Rule; readonly subject: SubjectWithProperties }
  /** What a value is computed from may be enough to decide. */
  | { readonly kind: "undecided"; readonly rule: Rule; readonly subject: SubjectWithProperties };

/** One preview or update, from the first resource to the end of the stack: the engine starts a process for each. */
export class Session {
  readonly #settings: PolicySettings;
  readonly #heard: Heard;
  readonly #today: Date;
  readonly #exemptions: ReadonlyMap<string, Exemptions>;
  readonly #waiting = new Map<string, Waiting[]>();
  /** What is wrong with the settings, not yet told. */
  #problems: readonly string[];

  constructor(packs: readonly Pack[], settings: PolicySettings, heard: Heard, today: Date) {
    this.#settings = settings;
    this.#heard = heard;
    this.#today = today;
    this.#problems = [...settings.problems, ...findUnknownRules(packs, settings)];
    this.#exemptions = new Map(
      packs.map(({ name, rules }) => {
        const ids = new Set(rules.map(({ id }) => id));
        return [name, new Exemptions(name, ids, settings.exemptions, today)];
      }),
    );
  }

  /** The level that the stack file gives a rule; the engine may configure another (`--policy-pack-config`). */
  declaredLevel({ name }: Pack, rule: string): "advisory" | "mandatory" | "remediate" {
    const { rules, undecided: _, ...packs } = this.#settings.levels;
    return rules[rule] ?? Object.entries(packs).find(([pack]) => pack === name)?.[1] ?? "mandatory";
  }

  /** What a rule has to say about a resource now; the rest is told at the end. */
  judge(rule: Rule, pack: Pack, subject: SubjectWithProperties): readonly Said[] {
    if (this.#heard.levels.get(rule.id) === "disabled") return [];
    if (rule.sees.length > 0) {
      this.#wait(pack, { kind: "toJudge", rule, subject });
      return [];
    }
    const { environment } = this.#settings;
    const around = { environment, today: this.#today, stack: emptyStack, computedFrom: {} };
    const verdicts = judge(rule, subject.properties, contextOf(subject, around));
    // Only the end of a preview tells from what a value is computed. In an update everything is known: a value
    // that is not, is told at once, before the resource is made.
    const waits = (verdict: Verdict) => verdict.kind === "undecided" && this.#settings.isPreview;
    if (verdicts.some(waits)) this.#wait(pack, { kind: "undecided", rule, subject });
    return verdicts
      .filter((verdict) => !waits(verdict))
      .map((verdict) => this.#say(rule, pack, subject, verdict));
  }

  /** Everything a pack has to say when all resources are known. */
  end(pack: Pack, resources: readonly Resource[]): readonly Said[] {
    const stack = this.#viewOf(resources);
    const waited = (this.#waiting.get(pack.name) ?? []).flatMap((waiting) => {
      const { rule, subject } = waiting;
      const computedFrom = this.#heard.stack.get(subject.urn)?.computedFrom ?? {};
      const { environment } = this.#settings;
      const context = contextOf(subject, { environment, today: this.#today, stack, computedFrom });
      return judge(rule, subject.properties, context)
        .filter((verdict) => waiting.kind === "toJudge" || verdict.kind === "undecided")
        .map((verdict) => this.#say(rule, pack, subject, verdict));
    });
    this.#waiting.delete(pack.name);
    return [...waited, ...this.#exemptionProblems(pack)];
  }

  #viewOf(resources: readonly Resource[]): StackView {
    return viewOf(
      resources.map(({ type, name, urn, props }) => ({
        type: presentName(type),
        name,
        urn,
        properties: props,
        computedFrom: this.#heard.stack.get(urn)?.computedFrom ?? {},
      })),
    );
  }

  #wait({ name }: Pack, waiting: Waiting): void {
    const list = this.#waiting.get(name) ?? [];
    list.push(waiting);
    this.#waiting.set(name, list);
  }

  #say(rule: Rule, pack: Pack, subject: Subject, verdict: Verdict): Said {
    const { urn, name } = subject;
    const said = {
      name: rule.id,
      description: rule.title,
      severity: rule.severity,
      urn,
    };
    // A rule that threw has judged nothing: there is nothing to exempt, and nobody chose to go without it.
    if (verdict.kind === "failed")
      return { ...said, message: renderVerdict(rule, verdict), enforcementLevel: "mandatory" };
    const exemption = this.#exemptions.get(pack.name)?.find({ pack: pack.name, rule: rule.id, urn, name });
    if (exemption !== undefined)
      return { ...said, message: renderExempted(verdict, exemption), enforcementLevel: "advisory" };
    if (verdict.kind === "violation")
      return { ...said, message: renderVerdict(rule, verdict), enforcementLevel: this.#level(rule, pack) };
    return {
      ...said,
      message: renderVerdict(rule, verdict, this.#sourcesOf(urn, verdict.path)),
      enforcementLevel: this.#undecidedLevel(rule, pack),
    };
  }

  #level(rule: Rule, pack: Pack): "advisory" | "mandatory" {
    const level = this.#heard.levels.get(rule.id) ?? this.declaredLevel(pack, rule.id);
    return level === "advisory" ? "advisory" : "mandatory";
  }

  /** In an update there is nothing left to wait for: what cannot be decided then is refused. */
  #undecidedLevel(rule: Rule, pack: Pack): "advisory" | "mandatory" {
    const { isPreview, levels } = this.#settings;
    return isPreview && levels.undecided === "advisory" ? "advisory" : this.#level(rule, pack);
  }

  /** The resources from which a property is computed, as people know them. */
  #sourcesOf(urn: string, path: string): readonly string[] {
    const [property = ""] = path.split(/[.[]/);
    const urns = this.#heard.stack.get(urn)?.computedFrom[property] ?? [];
    const names = urns.flatMap((source) => {
      const entry = this.#heard.stack.get(source);
      // Of a component the engine names the resources in it, too, and those have values of their own.
      return entry?.type.includes("/") ? [`${entry.type} ${entry.name}`] : [];
    });
    return names.sort();
  }

  #exemptionProblems(pack: Pack): readonly Said[] {
    const wasSkipped = (resource: string) =>
      [...this.#heard.stack.values()].some(
        ({ urn, name }) => (urn === resource || name === resource) && !this.#heard.judged.has(urn),
      );
    const problems = this.#exemptions.get(pack.name)?.problems(wasSkipped) ?? [];
    const told = this.#problems;
    this.#problems = [];
    return [...told, ...problems].map((message) => ({
      name: endPolicy(pack),
      message,
      enforcementLevel: "mandatory",
    }));
  }
}

/** A level for a rule that no pack has. A pack that is served alone cannot know whether another has it. */
function findUnknownRules(packs: readonly Pack[], { levels }: PolicySettings): readonly string[] {
  if (packs.length === 1) return [];
  const known = new Set(packs.flatMap(({ rules }) => rules.map(({ id }) => id)));
  return Object.keys(levels.rules)
    .filter((id) => !known.has(id))
    .map((id) => `bakeline:policies.rules.${id}: there is no such rule; docs/rules lists the ids`);
}

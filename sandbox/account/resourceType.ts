import type { AccountView, Entry } from "./accountView";
import type { Properties } from "./values";

/**
 * One AWS resource type of the simulated account: everything it knows that the SDK's own declarations
 * (schema/) do not say. The plugin and the unit tests' mocks both run on these definitions.
 */
export interface ResourceType {
  /** Pulumi's token, e.g. `aws:ec2/subnet:Subnet`. */
  token: string;
  /** The file of hashicorp/terraform-provider-aws that says what replaces, what is computed, what is refused. */
  source: string;
  /** Input properties, nested paths as `a.b`, whose change replaces the resource (ForceNew in `source`). */
  replaceOn: readonly string[];
  /** What the provider or AWS fills in when an input is left out. Known at preview. */
  defaults?: Properties;
  /** Outputs that only AWS can know: unknown at preview, filled in by `create`. */
  computed: readonly string[];
  /** Computed outputs that an update of these inputs makes unknown again, e.g. `latestVersion` by `userData`. */
  recomputedOn?: Readonly<Record<string, readonly string[]>>;
  /** Of `recomputedOn`, outputs that are only computed anew while this input is true: `defaultVersion`. */
  recomputedWhile?: Readonly<Record<string, string>>;
  /** Lists, paths as in `replaceOn`, whose order means nothing (TypeSet in `source`): a change of order is none. */
  unordered?: readonly string[];
  /** What the provider itself refuses before AWS is asked (validators in `source`). One line a problem. */
  validate?(inputs: Properties): readonly CheckFailure[];
  /** @throws AwsError where AWS refuses. Returns the id and every property named in `computed`. */
  create(inputs: Properties, account: AccountView): { id: string; outputs: Properties };
  /** @throws AwsError. Returns the computed outputs that changed. Left out: an update changes the inputs only. */
  update?(id: string, olds: Properties, news: Properties, account: AccountView): Properties;
  /** @throws AwsError where AWS refuses to delete, e.g. `DependencyViolation`. Left out: always deleted. */
  remove?(id: string, properties: Properties, account: AccountView): void;
  /** What exists in it alone, and is gone when it is deleted: the objects of a bucket. */
  goesWith?(id: string, account: AccountView): readonly Entry[];
  /** For types without tags: the id that AWS would give these inputs, so that recovery can find an orphan. */
  naturalId?(inputs: Properties): string;
  /**
   * The physical name that the bridge makes up when the program gives none: the logical name, `-`, and seven hex digits.
   * Default: property `name` of 255 characters where the SDK declares such an input, as pulumi-aws sets it for all
   * (`SetAutonaming(255, "-")` in provider/resources.go). `"none"`: the type keeps out of it.
   */
  autoName?: AutoName | "none";
  /** The old resource goes first when this type is replaced, because AWS has room for one only. */
  deleteBeforeReplace?: true;
}

/** How a type's physical name is made up: `AutoNameOptions` of pulumi-terraform-bridge, pkg/tfbridge/names.go. */
export interface AutoName {
  property: string;
  /** Characters, the seven hex digits and the dash included. */
  maxLength: number;
  /** What AWS's rules make of the name, e.g. lower case for a bucket, `alias/` before a key's alias. */
  transform?(name: string): string;
}

/** A problem with an input, as the provider's Check reports it. */
export interface CheckFailure {
  property: string;
  reason: string;
}

import { maximumUserDataBytes } from "../../../scan/userDataLimit";
import { layerOf, type Step } from "../../bakeline/step";
import { type BootstrapObject, createObject, series } from "../bundle";
import type { Overlays } from "../loader";
import type { StepScript } from "../steps/stepScript";
import type { UserData } from "../userData";
import { windowsBaseScript } from "./baseScript";
import { renderEc2LaunchUserData } from "./ec2Launch";
import { renderWindowsLoader, type WindowsBootFacts } from "./loader";
import { quote } from "./powershell/quote";
import { renderStepLayout, renderWindowsSteps } from "./steps";

export interface WindowsUserDataArgs {
  readonly facts: WindowsBootFacts;
  /** The steps below the line: `divide(steps, tier).boot`. */
  readonly boot: readonly Step[];
  /** By the value of the tag `role`. */
  readonly roles: Overlays;
  /** By the value of the tag `environment`. */
  readonly environments: Overlays;
}

interface Part {
  readonly name: string;
  readonly text: string;
}

/**
 * The user data of a workload on Windows Server, as `renderUserData` has it for Linux: overlays, base script and foundation
 * in S3 by digest, the other steps inline, the largest of them in S3 where they do not fit. EC2Launch takes no compressed
 * user data, so there is none of it.
 * @throws Error when it does not fit although every step is in S3.
 */
export function renderWindowsUserData({ facts, boot, roles, environments }: WindowsUserDataArgs): UserData {
  const scripts = renderWindowsSteps(boot);
  const foundation = boot.filter((step) => layerOf(step) === "foundation").length;
  const shared: Part[] = [
    { name: "base", text: windowsBaseScript },
    ...renderOverlays("role", roles),
    ...renderOverlays("environment", environments),
    ...(foundation === 0 ? [] : [layOut("steps/foundation", series.workload, scripts.slice(0, foundation))]),
  ];
  let inline = scripts
    .slice(foundation)
    .map((script) => layOut(`steps/${series.workload}-${script.name}`, series.workload, [script]));
  let inObjects = shared;
  for (;;) {
    const text = render(facts, inObjects, inline);
    const bytes = Buffer.from(text, "utf8");
    if (bytes.length <= maximumUserDataBytes)
      return {
        userData: bytes.toString("base64"),
        rawBytes: bytes.length,
        encoding: "plain",
        objects: unique(inObjects.map((part) => createObject(part.text))),
      };
    const [largest] = inline.toSorted((a, b) => b.text.length - a.text.length);
    if (largest === undefined)
      throw new Error(
        `user data of workload ${facts.workload}: expected at most ${maximumUserDataBytes} bytes, got ${bytes.length} with every step in S3; merge steps, or move them above the line`,
      );
    inline = inline.filter((part) => part !== largest);
    inObjects = [...inObjects, largest];
  }
}

function render(facts: WindowsBootFacts, inObjects: readonly Part[], inline: readonly Part[]): string {
  const manifest = inObjects.map(({ name, text }) => ({ part: name, sha256: createObject(text).key }));
  return renderEc2LaunchUserData(
    renderWindowsLoader(
      facts,
      manifest,
      inline.map(({ text }) => text),
    ),
  );
}

function renderOverlays(kind: "role" | "environment", overlays: Overlays): Part[] {
  return Object.entries(overlays).map(([value, steps]) => {
    const part = layOut(`${kind}/${value}`, series[kind], renderWindowsSteps(steps));
    // Said in the log; and S3 holds empty objects, but a person who finds one wonders.
    return { ...part, text: `Write-Host ${quote(`bakeline: overlay ${part.name}`)}\n${part.text}` };
  });
}

function layOut(name: string, seriesNumber: number, scripts: readonly StepScript[]): Part {
  return { name, text: scripts.map((script) => renderStepLayout(seriesNumber, script)).join("") };
}

function unique(objects: readonly BootstrapObject[]): BootstrapObject[] {
  return [...new Map(objects.map((object) => [object.key, object])).values()];
}

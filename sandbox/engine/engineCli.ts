/** A Pulumi CLI that can run the sandbox. */
export interface EngineCli {
  executable: string;
  /** Without the leading v, e.g. `3.220.0`. */
  version: string;
  source: "PATH" | "installer" | "build";
}

/** Why one of the ways to a CLI was not taken, in a sentence for people. */
export interface NotThisWay {
  reason: string;
}

export function isCli(result: EngineCli | NotThisWay): result is EngineCli {
  return "executable" in result;
}

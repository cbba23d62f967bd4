import { command } from "./command";
import { guestRelease } from "./requirements";

/** A package source of this machine's own apt, of the release that the guests run. */
export interface AptSource {
  readonly uri: URL;
  readonly suite: string;
  readonly component: string;
}

/** The machine's own sources of the release: guests get the same ones, and the package proxy lets nothing else pass. */
export async function findAptSources(): Promise<readonly AptSource[]> {
  const format = "$(REPO_URI)\t$(RELEASE)\t$(COMPONENT)";
  const text = await command("apt-get", ["indextargets", "--format", format, "Created-By: Packages"]);
  const suites = [guestRelease, `${guestRelease}-updates`, `${guestRelease}-security`];
  const sources = [...new Set(text.split("\n").filter(Boolean))].flatMap((line) => {
    const [uri = "", suite = "", component = ""] = line.split("\t");
    return suites.includes(suite) ? [{ uri: new URL(uri), suite, component }] : [];
  });
  if (!sources.some((source) => source.suite === guestRelease)) {
    throw new Error(
      `apt's sources on this machine have no suite ${guestRelease}; the guests are made from it`,
    );
  }
  return sources;
}

/** Sources as lines of a guest's sources.list: over plain HTTP, since the package proxy is where they lead. */
export function renderSourcesList(sources: readonly AptSource[]): string {
  const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
  const lines = sources.map(
    ({ uri, suite, component }) =>
      `deb [signed-by=${keyring}] http://${uri.hostname}${uri.pathname} ${suite} ${component}`,
  );
  return `${lines.join("\n")}\n`;
}

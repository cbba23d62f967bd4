/**
 * What a stack is for, from the best evidence there is: its setting `bakeline:environment`, else its name. A stack
 * that neither tells is judged as production: nobody said that its data may be lost.
 */
export function environmentOf(setting: string | undefined, stack: string | undefined): string {
  if (setting !== undefined) return setting;
  const words = (stack ?? "")
    .toLowerCase()
    .replace(/non-?prod\w*/, "nonprod")
    .split(/[^a-z]+/);
  return words.find((word) => lesser.has(word)) ?? "prod";
}

const lesser = new Set([
  "dev",
  "devel",
  "development",
  "test",
  "testing",
  "tests",
  "qa",
  "uat",
  "stage",
  "staging",
  "sandbox",
  "preview",
  "ephemeral",
  "demo",
  "local",
  "ci",
  "nonprod",
  "lab",
  "playground",
]);

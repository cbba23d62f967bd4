// @ts-check
// What `npm run preview` runs. What it compiles holds the workloads too: a mistake in one of them, which keeps everything
// from loading, is told as any other, and is not the exit code of a violation.
require("../build/shortLived");
const { compile } = require("../build/compile");

process.setSourceMapsEnabled(true);
try {
  require(compile("review/preview.ts"));
} catch (error) {
  const { tellBrokenSource } = require(compile("review/brokenSource.ts"));
  tellBrokenSource(error, process.argv.slice(2));
}

import { noFaults, readFaults } from "../../../sandbox/account/faults";
import { openFileLedger } from "../../../sandbox/account/fileLedger";

// A process of its own for fileLedger.test.ts: `<folder> <put|die-mid-write> <name> <n>` puts entries `<name>-0` to
// `<name>-<n-1>`, or dies while it writes the n-th.
const [folder = "", job, name = "", n = ""] = process.argv.slice(2);
const faults =
  job === "die-mid-write"
    ? readFaults(`create:mid-write:${n}`, () => process.kill(process.pid, "SIGKILL"))
    : noFaults;
const ledger = openFileLedger(folder, faults);
console.log("ready");
for (let index = 0; index < Number(n); index += 1) {
  const id = `${name}-${index}`;
  const text = `${id} `.repeat(200);
  ledger.put({ token: "aws:s3/bucket:Bucket", id, properties: { text } }, "create");
}

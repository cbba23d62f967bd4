import assert from "node:assert/strict";
import { renderPicture } from "../../../bench/boot/picture";
import { type BootName, bootNames, bootRow, planRatios, renderBootReport } from "../../../bench/boot/report";

const phases = { setup: 1, systemd: 2, "cloud-init": 3, download: 4, install: 5, start: 6, answer: 7 };
const lags: Record<BootName, readonly number[]> = {
  floor: [1000, 1100, 5000],
  full: [1200, 1210, 1190],
  foundational: [2400, 2400, 2400],
  base: [4000, 9000, 4100],
};
const rows = bootNames.map((name) =>
  bootRow(
    name,
    lags[name].map((readyMs) => ({ readyMs, phases })),
  ),
);

describe("the boot bench", () => {
  it("judges medians against limits of the same run", () => {
    assert.deepEqual(
      planRatios(rows).map(({ title, kept }) => [title, kept]),
      [
        ["full to floor", true],
        ["foundational to floor", false],
        ["base to full", false],
      ],
    );
  });

  it("names the limit that is broken", () => {
    assert.match(renderBootReport(rows), /^✗ foundational to floor 2\.18 x, limit at most 2 x$/m);
  });

  it("draws every phase of every tier, and says the lag in words", () => {
    const picture = renderPicture(rows);
    assert.equal(picture.match(/<title>/g)?.length, 4 * 7);
    assert.match(picture, /aria-label="[^"]*full 1\.20 s/);
  });
});

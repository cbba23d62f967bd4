import assert from "node:assert/strict";
import { type BootMarks, planPhases } from "../../../bench/boot/phases";

const marks: BootMarks = {
  systemd: 100,
  cloudInit: 400,
  loader: 1000,
  steps: [1200, 1500, 1600],
  stepsDone: 1700,
  serviceStarted: 1750,
  ready: 1900,
  requests: [1100],
};

describe("planPhases", () => {
  it("counts all until the first step as download, what follows as installing", () => {
    assert.deepEqual(planPhases(marks), {
      setup: 100,
      systemd: 300,
      "cloud-init": 600,
      download: 200,
      install: 500,
      start: 50,
      answer: 150,
    });
  });

  it("counts a step as download up to its last request", () => {
    const { download, install } = planPhases({ ...marks, requests: [1100, 1250, 1450, 1510] });
    assert.deepEqual({ download, install }, { download: 200 + 250 + 10, install: 500 - 260 });
  });

  it("leaves nothing out: phases add up to the lag", () => {
    const sum = Object.values(planPhases({ ...marks, requests: [1300] })).reduce((a, b) => a + b, 0);
    assert.equal(sum, marks.ready);
  });

  it("has neither download nor install where there is no loader", () => {
    const end = { loader: 900, steps: [], stepsDone: 900, serviceStarted: 900, ready: 900, requests: [] };
    const { download, install, start, answer } = planPhases({ ...marks, ...end });
    assert.deepEqual([download, install, start, answer], [0, 0, 0, 0]);
  });
});

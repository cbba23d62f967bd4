import { type Phase, phases } from "./phases";
import type { BootRow } from "./report";

/** Distinguishable in grey and to the colour-blind: https://jfly.uni-koeln.de/color/ (Okabe and Ito). */
const colours: Readonly<Record<Phase, string>> = {
  setup: "#bbbbbb",
  systemd: "#999999",
  "cloud-init": "#56b4e9",
  download: "#d55e00",
  install: "#e69f00",
  start: "#009e73",
  answer: "#0072b2",
};

const width = 860;
const left = 110;
const right = 80;
const top = 56;
const rowHeight = 34;
const barHeight = 22;

/** Bars from launch to service, one a tier, cut into phases. */
export function renderPicture(rows: readonly BootRow[]): string {
  const longest = Math.max(...rows.map(({ readyMs }) => readyMs));
  const scale = (width - left - right) / longest;
  const height = top + rows.length * rowHeight + 12;
  const summary = rows.map(({ name, readyMs }) => `${name} ${renderSeconds(readyMs)}`).join(", ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img" aria-label="Ready-for-service lag by tier: ${summary}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="10" y="20" font-weight="bold">From launch to the first healthy answer</text>`,
    ...renderLegend(),
    ...rows.flatMap((row, index) => renderRow(row, top + index * rowHeight, scale)),
    "</svg>",
    "",
  ].join("\n");
}

function renderLegend(): string[] {
  return phases.map((phase, index) => {
    const x = 10 + index * 108;
    return `<rect x="${x}" y="31" width="11" height="11" fill="${colours[phase]}"/><text x="${x + 16}" y="41">${phase}</text>`;
  });
}

function renderRow({ name, readyMs, phases: times }: BootRow, y: number, scale: number): string[] {
  let x = left;
  const bars = phases.map((phase) => {
    const length = Math.max(0, times[phase]) * scale;
    const bar = `<rect x="${x.toFixed(1)}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" fill="${colours[phase]}"><title>${name}: ${phase} ${times[phase]} ms</title></rect>`;
    x += length;
    return bar;
  });
  const middle = y + barHeight / 2 + 5;
  return [
    `<text x="10" y="${middle}">${name}</text>`,
    ...bars,
    `<text x="${(x + 6).toFixed(1)}" y="${middle}">${renderSeconds(readyMs)}</text>`,
  ];
}

function renderSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

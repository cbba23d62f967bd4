import { lookAlikes } from "./lookAlikes";
import { lookAlikesElsewhere } from "./lookAlikesElsewhere";
import { plantedData } from "./plantedData";
import { plantedElsewhere } from "./plantedElsewhere";
import { plantedShell } from "./plantedShell";
import { secondLookAlikes } from "./second/lookAlikes";
import { secondPlanted } from "./second/planted";
import { type Sample, samplesOf } from "./template";

/** Everything that detection is measured on, the same each time. */
export const corpus: readonly Sample[] = [
  ...samplesOf("shell", plantedShell),
  ...samplesOf("data", plantedData),
  ...samplesOf("elsewhere", plantedElsewhere),
  ...samplesOf("look-alike", lookAlikes),
  ...samplesOf("look-alike elsewhere", lookAlikesElsewhere),
];

/** Written when the detectors were done, and run against them once before any was changed for it: docs/secrets.md. */
export const secondCorpus: readonly Sample[] = [
  ...samplesOf("second", secondPlanted),
  ...samplesOf("second look-alike", secondLookAlikes),
];

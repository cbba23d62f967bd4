import { lookAlikes } from "./lookAlikes";
import { lookAlikesElsewhere } from "./lookAlikesElsewhere";
import { plantedData } from "./plantedData";
import { plantedElsewhere } from "./plantedElsewhere";
import { plantedShell } from "./plantedShell";
import { type Sample, samplesOf } from "./template";

/** Everything that detection is measured on, the same each time. */
export const corpus: readonly Sample[] = [
  ...samplesOf("shell", plantedShell),
  ...samplesOf("data", plantedData),
  ...samplesOf("elsewhere", plantedElsewhere),
  ...samplesOf("look-alike", lookAlikes),
  ...samplesOf("look-alike elsewhere", lookAlikesElsewhere),
];

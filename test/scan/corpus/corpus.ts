import { lookAlikes } from "./lookAlikes";
import { plantedData } from "./plantedData";
import { plantedShell } from "./plantedShell";
import { type Sample, samplesOf } from "./template";

/** Everything that detection is measured on, the same each time. */
export const corpus: readonly Sample[] = [
  ...samplesOf("shell", plantedShell),
  ...samplesOf("data", plantedData),
  ...samplesOf("look-alike", lookAlikes),
];

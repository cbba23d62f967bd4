import type { Part } from "../reader/part";
import { maximumUserDataBytes } from "../userDataLimit";
import type { TextProblem } from "./problem";

/** From here the next line that is added may be the one that no launch survives. */
const NEAR_BYTES = Math.ceil(maximumUserDataBytes * 0.9);

export function findSizeProblems({ userDataBytes: bytes }: Part): TextProblem[] {
  if (bytes === undefined || bytes < NEAR_BYTES) return [];
  const isOver = bytes > maximumUserDataBytes;
  return [
    {
      detector: isOver ? "user-data-too-large" : "user-data-nearly-too-large",
      line: 1,
      column: 1,
      message: `has ${bytes} bytes; EC2 takes ${maximumUserDataBytes}`,
      remedy: "compress it with gzip, or fetch what is large from S3 at boot",
    },
  ];
}

import { USER_DATA_LIMIT_BYTES } from "../../review/userDataSize";
import type { Part } from "../reader/part";
import type { TextProblem } from "./problem";

/** From here the next line that is added may be the one that no launch survives. */
const NEAR_BYTES = Math.ceil(USER_DATA_LIMIT_BYTES * 0.9);

export function findSizeProblems({ userDataBytes: bytes }: Part): TextProblem[] {
  if (bytes === undefined || bytes < NEAR_BYTES) return [];
  const isOver = bytes > USER_DATA_LIMIT_BYTES;
  return [
    {
      detector: isOver ? "user-data-too-large" : "user-data-nearly-too-large",
      line: 1,
      column: 1,
      message: `has ${bytes} bytes; EC2 takes ${USER_DATA_LIMIT_BYTES}`,
      remedy: "compress it with gzip, or fetch what is large from S3 at boot",
    },
  ];
}

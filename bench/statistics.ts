/** The middle of the figures, the mean of the middle two if they are even in number. @throws on none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (lower === undefined || upper === undefined)
    throw new Error("median: expected at least one figure, got none");
  return (lower + upper) / 2;
}

/**
 * Runs every task once, then every task again, `rounds` times in all, so that whatever else the machine does
 * in a while burdens all of them alike. Returns each task's results by its name.
 */
export async function interleave<Result>(
  rounds: number,
  tasks: Readonly<Record<string, () => Promise<Result>>>,
  progress: (text: string) => void,
): Promise<Map<string, Result[]>> {
  const results = new Map<string, Result[]>(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      progress(`${name}, round ${round + 1} of ${rounds}`);
      results.get(name)?.push(await task());
    }
  }
  return results;
}

/** Longer than the engine takes to stop its plugins; whoever presses Ctrl-C will not wait longer than this. */
const patienceMilliseconds = 5_000;

/**
 * Notes that the user wants to end. The first signal is the engine's too, which then stops; only if it does not
 * do so soon, `giveUp` is called. Later signals change nothing: on one Ctrl-C npm makes two.
 * @returns what happened, for people; undefined as long as nothing did
 */
export function watchInterruption(giveUp: (problem: string) => void): () => string | undefined {
  let problem: string | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (problem !== undefined) return;
      problem = `interrupted by ${signal} before the preview had ended`;
      const text = problem;
      setTimeout(() => giveUp(text), patienceMilliseconds).unref();
    });
  }
  return () => problem;
}

const signals: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs the clean-up when the process is told to end, and then ends it as the signal would have. Answers with what
 * takes the listeners away again.
 */
export function cleanUpOnSignals(run: () => Promise<void>): () => void {
  const remove = () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    void run()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        remove();
        // Mocha listens for SIGINT too and would go on to the end of the test.
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
      });
  };
  for (const signal of signals) process.on(signal, onSignal);
  return remove;
}

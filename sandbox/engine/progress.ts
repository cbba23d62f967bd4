/** Says one line to the person who waits. On stderr: stdout belongs to the command's own output. */
export function say(line: string): void {
  process.stderr.write(`sandbox: ${line}\n`);
}

/** Says every 10 seconds that `what` is still under way, so that two quiet minutes do not look like a hang. */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const timer = setInterval(() => say(`${what}: ${seconds()} s`), 10_000);
  try {
    const result = await work();
    say(`${what}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

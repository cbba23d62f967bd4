/** A world in which time passes only when everything that could happen now has happened. */
export class VirtualTime {
  now = 0;
  private readonly events: { at: number; order: number; run: () => void }[] = [];
  private order = 0;

  /** Answers with what takes it back. */
  at(time: number, run: () => void): () => void {
    const event = { at: Math.max(time, this.now), order: this.order++, run };
    this.events.push(event);
    return () => {
      const index = this.events.indexOf(event);
      if (index >= 0) this.events.splice(index, 1);
    };
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.at(this.now + ms, resolve));
  }

  async runUntil(end: number): Promise<void> {
    for (;;) {
      await settle();
      const next = this.events.reduce<(typeof this.events)[number] | undefined>(
        (first, event) =>
          first === undefined || event.at < first.at || (event.at === first.at && event.order < first.order)
            ? event
            : first,
        undefined,
      );
      if (next === undefined || next.at > end) break;
      this.events.splice(this.events.indexOf(next), 1);
      this.now = next.at;
      next.run();
    }
    this.now = end;
  }
}

/** Lets every promise that can go on do so. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

import { checkpointCounts, type InstanceTimes, type RefreshStrategy, refreshBounds } from "./strategy";

/** What a refresh will do, before it does. */
export interface RefreshPlan {
  /** Waves of replacements. */
  readonly batches: number;
  /** Instances in the largest wave. */
  readonly batchSize: number;
  /** From start to done, checkpoints and bake time included, when every instance keeps to its times. */
  readonly seconds: number;
  /** Fewest instances in service and warmed up on the way. */
  readonly lowestCapacity: number;
  /** Most instances at once, those that start among them. */
  readonly highestCapacity: number;
}

/**
 * Foresees an instance refresh of a group that holds its desired capacity. Everything that may change at once does, so
 * a refresh goes in waves: what is allowed to be missing is terminated, and what is allowed to exist is launched.
 */
export function planRefresh(desired: number, strategy: RefreshStrategy, times: InstanceTimes): RefreshPlan {
  if (desired === 0)
    return { batches: 0, batchSize: 0, seconds: strategy.bakeSeconds, lowestCapacity: 0, highestCapacity: 0 };
  const { fewest, most } = refreshBounds(desired, strategy);
  const perWave = most - fewest;
  const counts = checkpointCounts(desired, strategy);
  const segments = counts.map((count, index) =>
    planSegment(count - (counts[index - 1] ?? 0), desired, fewest, perWave),
  );
  const batches = segments.reduce((sum, { waves }) => sum + waves, 0);
  const wave = times.readySeconds + strategy.warmupSeconds;
  const counted = batches * wave + (counts.length - 1) * strategy.checkpointDelaySeconds;
  const leftAt = counted - (segments.at(-1)?.wavesAfterTheLastLeft ?? 0) * wave;
  return {
    batches,
    batchSize: Math.max(...segments.map(({ largest }) => largest)),
    seconds: Math.max(counted, leftAt + times.terminateSeconds) + strategy.bakeSeconds,
    lowestCapacity: desired - Math.max(...segments.map(({ missing }) => missing)),
    highestCapacity: desired + Math.max(...segments.map(({ extra }) => extra)),
  };
}

interface Segment {
  readonly waves: number;
  readonly largest: number;
  readonly missing: number;
  readonly extra: number;
  /** The last old instance leaves when the last new one counts, or this many waves before. */
  readonly wavesAfterTheLastLeft: number;
}

/** The way from one checkpoint to the next, which replaces `size` instances. */
function planSegment(size: number, desired: number, fewest: number, perWave: number): Segment {
  const waves = Math.ceil(size / perWave);
  const missing = Math.min(desired - fewest, size);
  const largest = Math.min(perWave, size);
  return {
    waves,
    largest,
    missing,
    extra: Math.max(0, largest - missing),
    wavesAfterTheLastLeft: waves - Math.ceil((size - missing) / perWave),
  };
}

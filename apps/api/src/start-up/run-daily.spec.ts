import { runDaily, type Timer } from './run-daily.js';

const HOUR = 3_600_000;

/** Keeps what it was asked for until the test rings. */
class TestTimer {
  readonly pauses: number[] = [];
  private callback: (() => void) | null = null;

  readonly timer: Timer = (callback, milliseconds) => {
    this.pauses.push(milliseconds);
    this.callback = callback;
    return () => (this.callback = null);
  };

  /** Time is up; nothing happens where it was called off. */
  async ring(): Promise<void> {
    this.callback?.();
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('daily work', () => {
  it('runs at once and again a day after each run', async () => {
    const timer = new TestTimer();
    const runs: string[] = [];
    runDaily(async () => void runs.push('run'), () => runs.push('failed'), timer.timer);
    await settled();
    expect([runs, timer.pauses]).toEqual([['run'], [24 * HOUR]]);
    await timer.ring();
    expect([runs, timer.pauses]).toEqual([['run', 'run'], [24 * HOUR, 24 * HOUR]]);
  });

  it('tries again in an hour after a failure, and says so', async () => {
    const timer = new TestTimer();
    const seen: unknown[] = [];
    const work = () => (seen.length === 0 ? Promise.reject(new Error('no database')) : Promise.resolve(void seen.push('done')));
    runDaily(work, (error) => seen.push(error), timer.timer);
    await settled();
    expect([seen, timer.pauses]).toEqual([[new Error('no database')], [HOUR]]);
    await timer.ring();
    expect([seen.at(-1), timer.pauses.at(-1)]).toEqual(['done', 24 * HOUR]);
  });

  it('waits for a run under way when it is stopped, tells it so, and begins no other', async () => {
    const timer = new TestTimer();
    let finish = (): void => undefined;
    const told: boolean[] = [];
    const work = async (isStopped: () => boolean) => {
      await new Promise<void>((resolve) => (finish = resolve));
      told.push(isStopped());
    };
    const daily = runDaily(work, () => undefined, timer.timer);
    let ended = false;
    const stopping = daily.stop().then(() => (ended = true));
    await settled();
    expect(ended).toBe(false);
    finish();
    await stopping;
    await timer.ring();
    expect([told, timer.pauses]).toEqual([[true], []]);
  });

  it('calls off the next run when it is stopped between two', async () => {
    const timer = new TestTimer();
    let runs = 0;
    const daily = runDaily(async () => void (runs += 1), () => undefined, timer.timer);
    await settled();
    await daily.stop();
    await timer.ring();
    expect(runs).toBe(1);
  });
});

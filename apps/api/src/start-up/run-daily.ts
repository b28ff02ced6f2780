const DAY_MS = 24 * 60 * 60 * 1000;
/** A run that failed, for example while the database was away, is not left until tomorrow. */
const RETRY_MS = 60 * 60 * 1000;

/** Calls back after so many milliseconds unless it is called off before. @returns calls it off */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

/** Does not keep the process alive. */
const systemTimer: Timer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds).unref();
  return () => clearTimeout(timer);
};

/** Work that comes round again until it is stopped. */
export interface DailyWork {
  /** Resolves when a run under way has ended; none begins after it. */
  stop(): Promise<void>;
}

/**
 * Runs work now and a day after the end of each run; after a failure in an hour. Never two runs at once.
 * @param work gets a function that says whether it should end early
 * @param failed told about a run that threw; the next one comes anyway
 */
export function runDaily(work: (isStopped: () => boolean) => Promise<void>, failed: (error: unknown) => void, timer: Timer = systemTimer): DailyWork {
  let stopped = false;
  let callOff = (): void => undefined;
  let running: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    let pause = DAY_MS;
    try {
      await work(() => stopped);
    } catch (error) {
      pause = RETRY_MS;
      failed(error);
    }
    if (!stopped) callOff = timer(begin, pause);
  };
  const begin = (): void => {
    running = run();
  };
  begin();
  return {
    stop: async () => {
      stopped = true;
      callOff();
      await running;
    },
  };
}

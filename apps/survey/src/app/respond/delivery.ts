/** How one attempt to send ended. `retry`: may work later, unchanged. `refused`: will never work as it is. */
export type AttemptOutcome = 'stored' | 'retry' | 'refused';

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 60_000;

/** Pause after the n-th failure in a row (n from 1): 2 s, 4 s, 8 s … at most a minute. Unit: milliseconds. */
export function retryDelay(failures: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
}

/**
 * Sends one answer until it is stored or refused: at once, after growing pauses, when the device comes back online and when the
 * person asks. Never two attempts at the same time.
 */
export class Delivery {
  #failures = 0;
  #running = false;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #whenOnline = (): void => void this.tryNow();

  constructor(
    private readonly attempt: () => Promise<AttemptOutcome>,
    private readonly network: EventTarget = globalThis.window,
  ) {
    network.addEventListener('online', this.#whenOnline);
  }

  async tryNow(): Promise<void> {
    if (this.#running || this.#stopped) return;
    this.#running = true;
    this.#clearTimer();
    const outcome = await this.attempt();
    this.#running = false;
    if (outcome !== 'retry') {
      this.stop();
      return;
    }
    if (this.#stopped) return;
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.tryNow(), retryDelay(this.#failures));
  }

  stop(): void {
    this.#stopped = true;
    this.#clearTimer();
    this.network.removeEventListener('online', this.#whenOnline);
  }

  #clearTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

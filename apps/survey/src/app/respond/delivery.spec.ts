import { Delivery, retryDelay, type AttemptOutcome } from './delivery';

describe('retryDelay', () => {
  it('doubles and stops growing at a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map(retryDelay)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });
});

describe('Delivery', () => {
  let network: EventTarget;
  let attempts: number;
  let outcomes: AttemptOutcome[];

  beforeEach(() => {
    jest.useFakeTimers();
    network = new EventTarget();
    attempts = 0;
    outcomes = [];
  });
  afterEach(() => jest.useRealTimers());

  function delivery(): Delivery {
    return new Delivery(() => {
      attempts += 1;
      return Promise.resolve(outcomes.shift() ?? 'retry');
    }, network);
  }

  it('tries again after growing pauses until it is stored, and then never again', async () => {
    outcomes = ['retry', 'retry', 'stored'];
    await delivery().tryNow();
    expect(attempts).toBe(1);
    await jest.advanceTimersByTimeAsync(1_999);
    expect(attempts).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(attempts).toBe(2);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(attempts).toBe(3);
    network.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(600_000);
    expect(attempts).toBe(3);
  });

  it('tries at once when the device comes back online or the person asks, and restarts the pause', async () => {
    const sending = delivery();
    await sending.tryNow();
    network.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(0);
    expect(attempts).toBe(2);
    await sending.tryNow();
    expect(attempts).toBe(3);
    await jest.advanceTimersByTimeAsync(7_999);
    expect(attempts).toBe(3);
    await jest.advanceTimersByTimeAsync(1);
    expect(attempts).toBe(4);
    sending.stop();
  });

  it('never runs two attempts at the same time', async () => {
    let finish: (outcome: AttemptOutcome) => void = () => undefined;
    const sending = new Delivery(() => {
      attempts += 1;
      return new Promise((resolve) => (finish = resolve));
    }, network);
    const first = sending.tryNow();
    await sending.tryNow();
    network.dispatchEvent(new Event('online'));
    expect(attempts).toBe(1);
    finish('stored');
    await first;
  });

  it('gives up on a refusal and when it is stopped', async () => {
    outcomes = ['refused'];
    const refused = delivery();
    await refused.tryNow();
    await jest.advanceTimersByTimeAsync(600_000);
    await refused.tryNow();
    expect(attempts).toBe(1);
    const stopped = delivery();
    await stopped.tryNow();
    stopped.stop();
    network.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(600_000);
    expect(attempts).toBe(2);
  });
});

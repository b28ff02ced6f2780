import type { ResponseReceipt, ResponseSubmission } from '@stadtteilstimme/domain';

/** People who send at the same time. */
export const SENDERS = 16;
/** One acknowledged answer in so many is sent once more, as a double tap does. */
const DOUBLE_TAP_EVERY = 20;
const PAUSE_AFTER_LOSS = 150;
const REQUEST_LIMIT = 10_000;

export interface SentAnswer {
  readonly submission: ResponseSubmission;
  attempts: number;
  acknowledged: boolean;
}

export interface StreamFigures {
  readonly sent: number;
  readonly acknowledged: number;
  readonly unacknowledged: number;
  /** Requests, retries included, that got no answer because the service was gone. */
  readonly withoutAnswer: number;
  /** Requests the service refused with a 5xx while its database was away. */
  readonly refused: number;
  /** Retries that met their own answer: committed, but the acknowledgement was lost. */
  readonly committedUnseen: number;
  readonly doubleTaps: number;
}

/**
 * Sixteen senders that behave like respondents' devices: one answer after the other, the same id and body again until
 * it is acknowledged, through every outage.
 */
export class AnswerStream {
  readonly sent = new Map<string, SentAnswer>();
  /** What must never happen, in words; empty at the end or the test fails. */
  readonly violations: string[] = [];
  private readonly address: string;
  private readonly make: () => { readonly id: string; readonly submission: ResponseSubmission };
  private readonly senders: Promise<void>[] = [];
  private open = true;
  private giveUpAt = Infinity;
  private figureAcknowledged = 0;
  private figureLost = 0;
  private figureRefused = 0;
  private figureUnseen = 0;
  private figureDoubleTaps = 0;

  constructor(address: string, make: () => { readonly id: string; readonly submission: ResponseSubmission }) {
    this.address = address;
    this.make = make;
    for (let sender = 0; sender < SENDERS; sender += 1) this.senders.push(this.sendOneAfterTheOther());
  }

  /**
   * Resolves with the milliseconds until an answer was acknowledged that was sent after this call: every sender has at
   * most one under way. @throws Error after `patience` ms.
   */
  async flows(patience = 30_000): Promise<number> {
    const from = performance.now();
    const before = this.figureAcknowledged;
    while (this.figureAcknowledged <= before + SENDERS) {
      if (performance.now() - from > patience) throw new Error(`No answers were acknowledged for ${patience} ms.`);
      await pause(5);
    }
    return performance.now() - from;
  }

  /** No new answers; what is under way is retried until acknowledged, for at most `patience` ms. */
  async settle(patience = 30_000): Promise<StreamFigures> {
    this.open = false;
    this.giveUpAt = performance.now() + patience;
    await Promise.all(this.senders);
    return {
      sent: this.sent.size,
      acknowledged: this.figureAcknowledged,
      unacknowledged: this.sent.size - this.figureAcknowledged,
      withoutAnswer: this.figureLost,
      refused: this.figureRefused,
      committedUnseen: this.figureUnseen,
      doubleTaps: this.figureDoubleTaps,
    };
  }

  private async sendOneAfterTheOther(): Promise<void> {
    while (this.open) {
      const { id, submission } = this.make();
      const answer: SentAnswer = { submission, attempts: 0, acknowledged: false };
      this.sent.set(id, answer);
      await this.sendUntilAcknowledged(id, answer);
      if (answer.acknowledged && this.figureAcknowledged % DOUBLE_TAP_EVERY === 0) await this.sendAgain(id, answer);
    }
  }

  private async sendUntilAcknowledged(id: string, answer: SentAnswer): Promise<void> {
    while (performance.now() < this.giveUpAt) {
      answer.attempts += 1;
      const receipt = await this.put(id, answer.submission);
      if (receipt === null) {
        await pause(PAUSE_AFTER_LOSS);
        continue;
      }
      if (receipt.status === 'already-stored') {
        if (answer.attempts === 1) this.violations.push(`${id} was stored before it was sent`);
        this.figureUnseen += 1;
      }
      answer.acknowledged = true;
      this.figureAcknowledged += 1;
      return;
    }
  }

  private async sendAgain(id: string, answer: SentAnswer): Promise<void> {
    const receipt = await this.put(id, answer.submission);
    if (receipt === null) return;
    this.figureDoubleTaps += 1;
    if (receipt.status !== 'already-stored') this.violations.push(`${id} was acknowledged, then stored a second time`);
  }

  /** The receipt, or null when the answer has to be sent again. */
  private async put(id: string, submission: ResponseSubmission): Promise<ResponseReceipt | null> {
    try {
      const response = await fetch(`${this.address}/api/public/responses/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(submission),
        signal: AbortSignal.timeout(REQUEST_LIMIT),
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as ResponseReceipt;
      if (response.status < 500) this.violations.push(`a valid answer was refused with ${response.status}: ${text.slice(0, 300)}`);
      this.figureRefused += 1;
    } catch {
      this.figureLost += 1;
    }
    return null;
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

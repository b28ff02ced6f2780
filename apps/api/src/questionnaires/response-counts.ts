import { Injectable } from '@nestjs/common';

/** Answers stored per questionnaire id; a questionnaire without answers may be missing. */
export type CountResponses = () => Promise<ReadonlyMap<string, number>>;

/** The slice that keeps the answers connects itself here when it starts, so that this one need not know it. */
@Injectable()
export class ResponseCounts {
  private source: CountResponses | null = null;

  connect(source: CountResponses): void {
    this.source = source;
  }

  async byQuestionnaire(): Promise<ReadonlyMap<string, number>> {
    if (this.source === null) throw new Error('No slice that keeps answers is connected.');
    return this.source();
  }
}

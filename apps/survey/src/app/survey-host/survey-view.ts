import type { AnswerValue } from '@stadtteilstimme/domain';

/** One page as our own frame shows it: the heading and its help stand outside the survey. */
export interface PageView {
  readonly name: string;
  readonly heading: string;
  readonly help: string;
  /** One statement asked twice (Bestand and Bedarf): both stand side by side where there is room. */
  readonly isPair: boolean;
}

/** What the frame around the survey needs to know after every change. Types only: this file loads nothing. */
export interface SurveyView {
  /** Pages shown now, in order. */
  readonly pages: readonly PageView[];
  /** Names of the questions shown now; only their answers may be sent. */
  readonly shown: readonly string[];
  readonly answers: Readonly<Record<string, AnswerValue>>;
}

import type { LocalizedText } from '@stadtteilstimme/domain';

/** What a LimeSurvey file cannot carry, or carries in another form. One sentence per reason, German first. */
export const LSS_REASONS = {
  'name-changed': {
    de: 'LimeSurvey erlaubt für Fragen nur 20 Buchstaben und Ziffern: „{was}“ heißt dort „{now}“.',
    en: 'LimeSurvey allows only 20 letters and digits for questions: "{was}" is called "{now}" there.',
  },
  'code-changed': {
    de: 'LimeSurvey erlaubt für Antworten nur 5 (Teilfragen: 20) Buchstaben und Ziffern: Der Code „{was}“ lautet dort „{now}“.',
    en: 'LimeSurvey allows only 5 (subquestions: 20) letters and digits for answers: the code "{was}" is "{now}" there.',
  },
  'code-type-changed': {
    de: 'LimeSurvey unterscheidet Zahlen und Wörter nicht: Der Code {was} kann dort eine andere Art haben.',
    en: 'LimeSurvey does not tell numbers from words: the code {was} may have another kind there.',
  },
  'type-changed': {
    de: 'Die Frageart „{was}“ gibt es in LimeSurvey nicht so; sie wird „{now}“.',
    en: 'LimeSurvey does not have the type "{was}" like this; it becomes "{now}".',
  },
  'type-left-out': {
    de: 'Die Frageart „{was}“ gibt es in LimeSurvey nicht; die Frage fehlt in der Datei.',
    en: 'LimeSurvey does not have the type "{was}"; the question is missing in the file.',
  },
  'condition-left-out': {
    de: 'Die Bedingung „{was}“ lässt sich nicht übertragen; dort wird immer gezeigt.',
    en: 'The condition "{was}" cannot be translated; there it is always shown.',
  },
  'property-left-out': {
    de: 'Die Angabe „{was}“ gibt es in LimeSurvey nicht.',
    en: 'LimeSurvey does not have the property "{was}".',
  },
  'panel-flattened': {
    de: 'LimeSurvey kennt keine Gruppen in Gruppen; die Fragen stehen direkt auf der Seite, die Überschrift als Text davor.',
    en: 'LimeSurvey has no groups inside groups; the questions stand on the page itself, the heading as a text before them.',
  },
  'placeholder-left-out': {
    de: 'Der Platzhalter „{was}“ im Text lässt sich nicht übertragen und steht dort als Text.',
    en: 'The placeholder "{was}" in the text cannot be translated and stands there as text.',
  },
  'language-changed': {
    de: 'LimeSurvey führt die Sprache „{was}“ als „{now}“.',
    en: 'LimeSurvey calls the language "{was}" "{now}".',
  },
  'consent-left-out': {
    de: 'Einwilligungstexte und die Frage nach besonderen Daten stehen nicht in der Datei; dort neu anlegen.',
    en: 'Consent texts are not in the file; add them there.',
  },
} as const;
export type LssReason = keyof typeof LSS_REASONS;

/** One thing that is not in the file as it is here. */
export interface LssNote {
  readonly reason: LssReason;
  /** Question, question and code, or page. */
  readonly place: string;
  readonly was?: string;
  readonly now?: string;
  readonly sentences: LocalizedText;
}

/** Collects notes in order, each once. */
export class LssNotes {
  private readonly notes = new Map<string, LssNote>();

  add(reason: LssReason, place: string, { was, now }: { readonly was?: string; readonly now?: string } = {}): void {
    const key = JSON.stringify([reason, place, was, now]);
    if (this.notes.has(key)) return;
    const { de, en } = LSS_REASONS[reason];
    const filled = (sentence: string): string => sentence.replace('{was}', () => was ?? '').replace('{now}', () => now ?? '');
    const facts = { ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) };
    this.notes.set(key, { reason, place, ...facts, sentences: { de: filled(de), en: filled(en) } });
  }

  get all(): readonly LssNote[] {
    return [...this.notes.values()];
  }
}

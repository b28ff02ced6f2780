import type { Draft } from './draft';

/** A draft as it looks after the first answer. */
export function exampleDraft(changes: Partial<Draft> = {}): Draft {
  return {
    slug: 'ankommen',
    versionId: 'version-1',
    responseId: '0b1f7a52-9d2c-4c7e-8a51-0d6f3f1e2a90',
    mode: 'online',
    language: 'ar',
    consent: { agree: true, art9: false },
    answers: { K1_1_bestand: 4 },
    page: 'page_K1-1',
    submission: null,
    ...changes,
  };
}

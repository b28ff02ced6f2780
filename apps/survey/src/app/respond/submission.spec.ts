import type { Codebook, CodebookQuestion, Variable } from '@stadtteilstimme/domain';

import { answersToSend, submissionOf } from './submission';
import { exampleDraft } from './draft.fixture';

const question = (name: string, changes: Partial<CodebookQuestion> = {}): CodebookQuestion => ({
  name,
  type: 'single',
  max: null,
  commentKey: null,
  commentMaxLength: 1000,
  visibleIf: null,
  ...changes,
});

const text: Variable = {
  name: 'K2_3_text',
  question: 'K2_3-Comment',
  itemId: 'K2-3',
  demographicId: null,
  part: 'text',
  measurement: 'text',
  scale: null,
  codes: [],
  option: { code: 'other', exclusive: false, missing: null },
  labels: {},
  criterion: null,
  fieldOfAction: null,
  reverse: false,
  art9: false,
  sensitive: false,
  visibleIf: null,
};

const codebook: Codebook = {
  questions: [question('K1_1_bestand'), question('K2_3', { type: 'multiple', commentKey: 'K2_3-Comment' }), question('H3_3', { type: 'multiple' })],
  variables: [text],
  districtVariable: null,
};

const everything = ['K1_1_bestand', 'K2_3', 'K2_3-Comment', 'H3_3'];

describe('answersToSend', () => {
  it('keeps what the codebook knows and nothing else', () => {
    expect(answersToSend(codebook, { K1_1_bestand: 4, tracking: 'x', page: 2 }, everything)).toEqual({ K1_1_bestand: 4 });
  });

  it('drops answers to questions that are hidden now', () => {
    expect(answersToSend(codebook, { K1_1_bestand: 4, H3_3: ['care'] }, ['K1_1_bestand', 'K2_3'])).toEqual({ K1_1_bestand: 4 });
  });

  it('sends a free text only with the choice it belongs to, trimmed and never empty', () => {
    expect(answersToSend(codebook, { K2_3: ['other', 'sport'], 'K2_3-Comment': '  Bänke ' }, everything)).toEqual({
      K2_3: ['other', 'sport'],
      'K2_3-Comment': 'Bänke',
    });
    expect(answersToSend(codebook, { K2_3: ['sport'], 'K2_3-Comment': 'Bänke' }, everything)).toEqual({ K2_3: ['sport'] });
    expect(answersToSend(codebook, { K2_3: ['other'], 'K2_3-Comment': '   ' }, everything)).toEqual({ K2_3: ['other'] });
  });

  it('keeps 0 (no) and drops what was emptied again', () => {
    expect(answersToSend(codebook, { K1_1_bestand: 0, K2_3: [] }, everything)).toEqual({ K1_1_bestand: 0 });
  });
});

describe('submissionOf', () => {
  it('carries version, mode and consent, and no language, id or page', () => {
    expect(submissionOf(exampleDraft({ mode: 'tablet', consent: { agree: true, art9: true } }), codebook, everything)).toEqual({
      versionId: 'version-1',
      mode: 'tablet',
      consent: { agree: true, art9: true },
      answers: { K1_1_bestand: 4 },
    });
  });
});

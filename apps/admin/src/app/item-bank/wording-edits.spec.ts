import type { Wording } from '@stadtteilstimme/domain';

import { isSameWording, reviewedCount, staleCount, withNewText } from './wording-edits';

const REVIEWED: Wording = { text: 'Hallo', state: 'reviewed' };

describe('wordings', () => {
  it('counts a confirmed translation of an older German text as not confirmed', () => {
    const wordings = { de: REVIEWED, en: { ...REVIEWED, stale: true }, ar: { text: 'x', state: 'machine', stale: true } } as const;
    expect([reviewedCount(wordings), staleCount(wordings)]).toEqual([1, 2]);
  });

  it('takes a confirmation back with the text it was given to', () => {
    expect(withNewText(REVIEWED, 'Guten Tag', 'en').state).toBe('draft');
    expect(withNewText(REVIEWED, 'Hallo', 'en')).toBe(REVIEWED);
  });

  it('keeps what is half written when only the German text changed meanwhile', () => {
    expect(isSameWording(REVIEWED, { ...REVIEWED, stale: true })).toBe(true);
    expect(isSameWording(REVIEWED, { ...REVIEWED, help: 'Hilfe' })).toBe(false);
  });
});

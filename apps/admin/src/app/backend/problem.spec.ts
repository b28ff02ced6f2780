import { HttpErrorResponse } from '@angular/common/http';
import { PROBLEMS, problemBody } from '@stadtteilstimme/domain';

import german from '../../i18n/de.json';
import english from '../../i18n/en.json';
import { Refusal, refusalOf } from './problem';
import { PROBLEM_TEXTS } from './problem-texts';

describe('problem texts', () => {
  it('exist for every code of the contract, in both languages, each different from the others', () => {
    for (const texts of [german.problems, english.problems] as const) {
      const byCode: Readonly<Record<string, string>> = texts;
      const codes = [...Object.keys(PROBLEMS), 'unreachable'];
      expect(codes.filter((code) => !byCode[code])).toEqual([]);
      expect(Object.keys(byCode).sort()).toEqual([...codes].sort());
    }
  });

  it('belong to their own code', () => {
    expect(Object.entries(PROBLEM_TEXTS).filter(([code, key]) => key !== `problems.${code}`)).toEqual([]);
  });
});

describe('refusalOf', () => {
  it('reads code and places of a problem body', () => {
    const details = [{ code: 'wording-missing', place: 'items.K1-1', language: 'ar' }] as const;
    const refusal = refusalOf(new HttpErrorResponse({ status: 422, error: problemBody('questionnaire-incomplete', details) }));
    expect(refusal).toMatchObject({ code: 'questionnaire-incomplete', details });
  });

  it('calls a missing answer unreachable', () => {
    expect(refusalOf(new HttpErrorResponse({ status: 0 })).code).toBe('unreachable');
  });

  it.each([['a page of a proxy', '<html></html>'], ['an unknown code', { code: 'teapot' }], ['nothing', null]])('calls %s unexpected', (_what, error) => {
    expect(refusalOf(new HttpErrorResponse({ status: 502, error })).code).toBe('unexpected');
  });

  it('drops details that are none', () => {
    const error = { code: 'invalid-request', details: [{ code: 'invalid-request', place: 'slug' }, { place: 'x' }, 'text'] };
    expect(refusalOf(new HttpErrorResponse({ status: 400, error })).details).toEqual([{ code: 'invalid-request', place: 'slug' }]);
  });

  it('leaves a refusal as it is', () => {
    const refusal = new Refusal('not-found');
    expect(refusalOf(refusal)).toBe(refusal);
  });
});

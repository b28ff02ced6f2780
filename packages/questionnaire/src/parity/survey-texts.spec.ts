import fc from 'fast-check';
import { compileQuestionnaire } from '../compile/compile-questionnaire.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../fixtures/example-item-bank.js';
import { itemBankTexts, withItemBankTexts } from './item-bank-texts.js';
import { questionHolders } from './question-holders.js';
import { surveyTexts, withSurveyTexts } from './survey-texts.js';

const { survey } = compileQuestionnaire({ draft: EXAMPLE_DRAFT, itemBank: EXAMPLE_ITEM_BANK, taxonomy: EXAMPLE_TAXONOMY });

describe('surveyTexts', () => {
  it('finds every localised object of a compiled survey, under unique keys', () => {
    const texts = surveyTexts(survey);
    const localised = JSON.stringify(survey).match(/\{"de":/g) ?? [];
    expect(texts).toHaveLength(localised.length);
    expect(new Set(texts.map(({ key }) => key)).size).toBe(texts.length);
    expect(texts.find(({ key }) => key === 'M_1.choices.sport.text')).toMatchObject({
      owner: 'M_1',
      property: 'text',
      value: 'sport',
      texts: { de: 'Sport', en: 'Sports' },
      place: { de: 'Frage M_1 · Antwort sport' },
    });
  });

  it('names places in words a translator understands', () => {
    const elements = [{ type: 'boolean', name: 'b', title: 'B', labelTrue: 'Ja' }, { type: 'checkbox', name: 'c', description: 'C', showNoneItem: true, noneText: 'nichts', choices: [{ value: 1, text: 'eins' }] }];
    const places = surveyTexts({ title: 'T', pages: [{ name: 'p', elements }] }).map(({ place }) => [place['de'], place['en']].join(' | '));
    expect(places).toEqual([
      'Fragebogen · Titel | questionnaire · title', 'Frage b · Titel | question b · title', 'Frage b · Antwort „Ja“ | question b · answer “yes”',
      'Frage c · Hilfetext | question c · help text', 'Frage c · Antwort „nichts davon“ | question c · answer “none”', 'Frage c · Antwort 1 | question c · answer 1',
    ]);
  });

  it('reads a survey of version 1, with its names of properties', () => {
    const old = { locale: 'de', pages: [{ name: 'p', questions: [{ type: 'rating', name: 'r', title: 'R', mininumRateDescription: 'wenig' }, { type: 'panel', name: 'x', elements: [{ type: 'dropdown', name: 'd', optionsCaption: 'bitte', hasOther: true, otherPlaceHolder: 'hier' }] }] }] };
    expect(surveyTexts(old).map(({ key }) => key)).toEqual(['r.title', 'r.mininumRateDescription', 'd.optionsCaption', 'd.otherPlaceHolder']);
    expect([...questionHolders(old)]).toEqual([['r', [{ kind: 'page', name: 'p' }]], ['x', [{ kind: 'page', name: 'p' }]], ['d', [{ kind: 'page', name: 'p' }, { kind: 'panel', name: 'x' }]]]);
  });

  it('reads every place survey-core translates, plain strings and the default locale too', () => {
    const foreign = {
      locale: 'de',
      title: 'Umfrage',
      completedHtml: { default: '<p>Danke</p>', en: '<p>Thanks</p>' },
      pages: [
        {
          name: 'p',
          elements: [
            { type: 'panel', name: 'box', title: 'Kasten', elements: [{ type: 'html', name: 'h', html: { de: 'Hinweis' } }] },
            { type: 'rating', name: 'r', minRateDescription: 'wenig', rateValues: [{ value: 1, text: 'eins' }, 2] },
            { type: 'matrix', name: 'm', columns: [{ value: 1, text: 'ja' }], rows: [{ value: 'x', text: 'Zeile' }, 'y'] },
            { type: 'boolean', name: 'b', labelTrue: { de: 'Ja', tr: 'Evet' } },
            { type: 'imagepicker', name: 'i', choices: [{ value: 'a', text: 'Bild', imageLink: 'a.png' }] },
            { type: 'text', name: 't', placeholder: 'hier', validators: [{ type: 'regex', regex: 'x', text: 'Bitte x' }] },
          ],
        },
      ],
    };
    expect(surveyTexts(foreign).map(({ key, texts }) => [key, texts['de']])).toEqual([
      ['survey.title', 'Umfrage'],
      ['survey.completedHtml', '<p>Danke</p>'],
      ['box.title', 'Kasten'],
      ['h.html', 'Hinweis'],
      ['r.minRateDescription', 'wenig'],
      ['r.rateValues.1.text', 'eins'],
      ['m.columns.1.text', 'ja'],
      ['m.rows.x.text', 'Zeile'],
      ['m.rows.y.text', 'y'],
      ['b.labelTrue', 'Ja'],
      ['i.choices.a.text', 'Bild'],
      ['t.placeholder', 'hier'],
      ['t.validators.regex.text', 'Bitte x'],
    ]);
  });

  it('writes texts back where they came from and leaves the rest alone', () => {
    const keys = surveyTexts(survey).map(({ key }) => key);
    fc.assert(
      fc.property(fc.subarray(keys), fc.string({ minLength: 1 }), (chosen, text) => {
        const written = withSurveyTexts(survey, 'tr', new Map(chosen.map((key) => [key, text])));
        const found = surveyTexts(written);
        expect(found.filter(({ texts }) => texts['tr'] === text).map(({ key }) => key)).toEqual(keys.filter((key) => chosen.includes(key)));
        expect(withSurveyTexts(written, 'tr', new Map(chosen.map((key) => [key, ''])))).toEqual(survey);
      }),
      { seed: 4, numRuns: 50 },
    );
    expect(() => withSurveyTexts(survey, 'tr', new Map([['none.title', 'x']]))).toThrow('none.title');
  });

  it('keeps a text without a language what it was when another is added', () => {
    expect(withSurveyTexts({ title: 'Titel' }, 'ar', new Map([['survey.title', 'عنوان']]))).toEqual({ title: { default: 'Titel', ar: 'عنوان' } });
    expect(withSurveyTexts({ title: 'Titel' }, 'de', new Map([['survey.title', 'Neu']]))).toEqual({ title: { default: 'Titel', de: 'Neu' } });
    expect(withSurveyTexts({ locale: 'de', title: 'Titel' }, 'de', new Map([['survey.title', 'Neu']]))).toEqual({ locale: 'de', title: 'Neu' });
  });

  it('takes `default` for the language of the survey, and for English beside a text in that language', () => {
    const texts = (title: Record<string, string>, locale?: string) => surveyTexts({ title, ...(locale === undefined ? {} : { locale }) })[0]?.texts;
    expect(texts({ default: 'T', ar: 'ع' }, 'de')).toEqual({ de: 'T', ar: 'ع' });
    expect(texts({ default: 'T', de: 'D' }, 'de')).toEqual({ en: 'T', de: 'D' });
    expect(texts({ default: 'T', de: 'D', en: 'E' }, 'de')).toEqual({ de: 'D', en: 'E' });
    expect(texts({ default: 'T' })).toEqual({ en: 'T' });
    expect(withSurveyTexts({ locale: 'de', title: { default: 'T', de: 'D' } }, 'en', new Map([['survey.title', 'N']]))).toEqual({ locale: 'de', title: { default: 'N', de: 'D' } });
  });

  it('writes an answer out that stood there by its value alone, and only then', () => {
    const bare = { locale: 'de', elements: [{ type: 'radiogroup', name: 'q', choices: ['ja', 'nein|Nein, danke', { value: 'x', isExclusive: true }, 5] }] };
    const written = withSurveyTexts(bare, 'ar', new Map([['q.choices.ja.text', 'نعم'], ['q.choices.nein.text', 'لا'], ['q.choices.x.text', 'س']]));
    expect(written['elements']).toEqual([{
      type: 'radiogroup',
      name: 'q',
      choices: [
        { value: 'ja', text: { default: 'ja', ar: 'نعم' } }, { value: 'nein', text: { default: 'Nein, danke', ar: 'لا' } },
        { value: 'x', isExclusive: true, text: { default: 'x', ar: 'س' } }, 5,
      ],
    }]);
    expect(withSurveyTexts(bare, 'ar', new Map())).toEqual(bare);
  });
});

describe('withItemBankTexts', () => {
  it('puts a wording with its state and labels in place', () => {
    const changed = withItemBankTexts(EXAMPLE_ITEM_BANK, 'tr', new Map([
      ['items.P-1.text', { text: 'Teklif uygun.', state: 'reviewed' }],
      ['items.P-1.help', { text: 'Yardım', state: 'machine' }],
      ['items.M-1.options.sport', { text: 'Spor', state: 'reviewed' }],
      ['scales.AGREE.points.98', { text: 'Bilmiyorum', state: 'reviewed' }],
      ['consent.who', { text: '{controller}', state: 'draft' }],
      ['interface.next', { text: 'İleri', state: 'draft' }],
    ]));
    const find = (key: string) => itemBankTexts(changed).find((text) => text.key === key);
    expect(find('items.P-1.text')).toMatchObject({ texts: { tr: 'Teklif uygun.' }, states: { tr: 'machine' } });
    expect(find('items.P-1.help')?.texts['tr']).toBe('Yardım');
    expect(find('items.M-1.options.sport')?.texts['tr']).toBe('Spor');
    expect(find('scales.AGREE.points.98')?.texts['tr']).toBe('Bilmiyorum');
    expect(find('consent.who')?.texts['tr']).toBe('{controller}');
    expect(find('interface.next')?.texts['tr']).toBe('İleri');
    expect(find('items.B-1.text')).toEqual(itemBankTexts(EXAMPLE_ITEM_BANK).find(({ key }) => key === 'items.B-1.text'));
    expect(() => withItemBankTexts(EXAMPLE_ITEM_BANK, 'tr', new Map([['items.none.text', { text: 'x', state: 'draft' }]]))).toThrow('items.none.text');
  });
});

import type { LocalizedText, Variable, VariableCode } from '@stadtteilstimme/domain';
import { childElement, childElements, readXml, textOf } from '../../files/read-xml.js';
import type { XmlElement } from '../../files/read-xml.js';
import { compileQuestionnaire } from '../../compile/compile-questionnaire.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../../fixtures/example-item-bank.js';
import { EVERY_TYPE, EVERY_TYPE_INPUT } from '../fixtures/every-type-table.js';
import { answerTable } from '../table/answer-table.js';
import { ddiCodebook } from './ddi-codebook.js';

const LANG = '{http://www.w3.org/XML/1998/namespace}lang';
const { survey, codebook } = compileQuestionnaire({ draft: EXAMPLE_DRAFT, itemBank: EXAMPLE_ITEM_BANK, taxonomy: EXAMPLE_TAXONOMY });
const table = answerTable({ codebook, language: 'de', synthetic: false, districtNames: new Map([['mitte', 'Mitte']]), targetGroupNames: new Map([['resident', 'Bewohner']]) });
const xml = ddiCodebook({
  id: 'leben-1',
  title: { de: 'Leben & Wohnen', ar: 'الحياة' },
  purpose: 'Angebote verbessern',
  producer: 'Beispielstadt',
  publishedOn: '2026-03-01',
  samplingDesign: 'open',
  survey,
  languages: EXAMPLE_DRAFT.languages,
  table,
});
const root = readXml(new TextEncoder().encode(xml));
const data = childElement(root, 'dataDscr');

function variable(name: string, holder: XmlElement | undefined = data): XmlElement {
  const found = holder && childElements(holder, 'var').find((candidate) => candidate.attributes.get('name') === name);
  if (!found) throw new Error(`No variable ${name}.`);
  return found;
}

/** Name, type and variables of each group. */
const groupsOf = (holder: XmlElement | undefined): readonly (readonly (string | undefined)[])[] =>
  holder ? childElements(holder, 'varGrp').map(({ attributes }) => [attributes.get('name'), attributes.get('type'), attributes.get('var')]) : [];

/** A codebook with every type of question, some changed. */
function everyType(changes: Readonly<Record<string, Partial<Variable>>> = {}): XmlElement | undefined {
  return childElement(everyTypeDocument(changes, { de: ' ' }), 'dataDscr');
}

function everyTypeDocument(changes: Readonly<Record<string, Partial<Variable>>>, title: LocalizedText): XmlElement {
  const codebook = { ...EVERY_TYPE, variables: EVERY_TYPE.variables.map((one) => ({ ...one, ...changes[one.name] })) };
  const elements = codebook.questions.map(({ name }) => ({ type: 'text', name, title: { de: `Was ist ${name}?` } }));
  return readXml(new TextEncoder().encode(ddiCodebook({
    id: 'every', title, purpose: '', producer: 'Stadt', publishedOn: '2026-03-01', samplingDesign: 'random',
    survey: { pages: [{ name: 'page', elements }] }, languages: ['de'], table: answerTable({ ...EVERY_TYPE_INPUT, codebook }),
  })));
}

const inLanguage = (holder: XmlElement, name: string, language: string): string | undefined => {
  const found = childElements(holder, name).find((candidate) => candidate.attributes.get(LANG) === language);
  return found && textOf(found);
};

describe('ddiCodebook', () => {
  it('describes the study in every language of the title', () => {
    const citation = childElements(root, 'stdyDscr').flatMap((study) => childElements(study, 'citation'))[0];
    const titles = citation && childElement(citation, 'titlStmt');
    expect(titles && [inLanguage(titles, 'titl', 'de'), inLanguage(titles, 'parTitl', 'ar')]).toEqual(['Leben & Wohnen', 'الحياة']);
    expect(xml).toContain('<sampProc xml:lang="de">Offene Teilnahme; keine Zufallsstichprobe</sampProc>');
    expect(xml).toContain('<abstract xml:lang="de" contentType="purpose">Angebote verbessern</abstract>');
  });

  it('takes the name of the version where there is no title', () => {
    const blank: readonly LocalizedText[] = [{}, { de: ' \n' }, { fr: 'Vie' }];
    for (const title of blank) {
      const titles = childElements(everyTypeDocument({}, title), 'stdyDscr').flatMap((study) => childElements(study, 'citation')).flatMap((citation) => childElements(citation, 'titlStmt'))[0];
      expect(titles && [inLanguage(titles, 'titl', 'de'), childElements(titles, 'parTitl').length]).toEqual(['every', 0]);
    }
  });

  it('has one variable per column of the data file, under the same name', () => {
    expect(data && childElements(data, 'var').map((entry) => entry.attributes.get('name'))).toEqual(table.columns.map(({ name }) => name));
  });

  it('gives a scale its literal question, measurement, categories and missing values', () => {
    const bestand = variable('P_1_bestand');
    expect([bestand.attributes.get('nature'), bestand.attributes.get('representationType')]).toEqual(['ordinal', 'code']);
    const question = childElement(bestand, 'qstn');
    expect(question && inLanguage(question, 'qstnLit', 'ar')).toBe('العرض مناسب.\nهل هذا صحيح اليوم؟');
    const missing = childElement(bestand, 'invalrng');
    expect(missing && childElements(missing, 'item').map((item) => item.attributes.get('VALUE'))).toEqual(['98', '99', '-9', '-8']);
    const categories = childElements(bestand, 'catgry');
    expect(categories.map((category) => [textOf(childElement(category, 'catValu') ?? category), category.attributes.get('missType') ?? ''])).toEqual([
      ['1', ''], ['2', ''], ['3', ''], ['4', ''], ['5', ''], ['98', 'dont-know'], ['99', 'prefer-not'], ['-9', 'not-answered'], ['-8', 'not-shown'],
    ]);
    expect(categories[0] && inLanguage(categories[0], 'labl', 'en')).toBe('Stufe en 1');
    expect(textOf(childElement(bestand, 'notes') ?? bestand)).toBe('P-1');
  });

  it('names who asks as author and as producer', () => {
    expect(xml).toContain('<rspStmt><AuthEnty>Beispielstadt</AuthEnty></rspStmt><prodStmt><producer>Beispielstadt</producer></prodStmt>');
  });

  it('groups the ticks of one choice and the halves of a pair', () => {
    const ids = (...names: readonly string[]): string => names.map((name) => `V${table.columns.findIndex((column) => column.name === name) + 1}`).join(' ');
    const ticks = (question: string): readonly string[] => codebook.variables.filter(({ part, ...one }) => part === 'option' && one.question === question).map(({ name }) => name);
    expect(groupsOf(data)).toEqual([
      ['M_1', 'multipleResp', ids(...ticks('M_1'))], ['A_1', 'multipleResp', ids(...ticks('A_1'))], ['P-1', 'grid', ids('P_1_bestand', 'P_1_bedarf')],
    ]);
    const pair = data && childElements(data, 'varGrp').find(({ attributes }) => attributes.get('name') === 'P-1');
    expect(pair && inLanguage(pair, 'labl', 'ar')).toBe('العرض مناسب.');
  });

  it('groups ranks and rows as questions of their own, and no half that stands alone or twice', () => {
    const alone = { itemId: 'X', part: 'bestand' } as const;
    expect(groupsOf(everyType({ agree: alone })).map(([name, type]) => [name, type])).toEqual([['ticks', 'multipleResp'], ['order', 'grid'], ['grid', 'grid']]);
    expect(groupsOf(everyType({ agree: alone, place: alone }))).toHaveLength(3);
    expect(groupsOf(everyType({ agree: alone, place: { itemId: 'X', part: 'bedarf' } })).at(-1)).toEqual(['X', 'grid', 'V5 V6']);
    const [order, ticks] = [variable('order_x', everyType()), variable('ticks_a', everyType())].map((one) => childElement(one, 'qstn')?.attributes.get('responseDomainType'));
    expect([order, ticks]).toEqual(['code', 'multiple']);
  });

  it('asks a row of a matrix under its question', () => {
    const question = childElement(variable('grid_row', everyType({ grid_row: { labels: { de: 'den Bus?', en: 'the bus?' } } })), 'qstn');
    expect(question && inLanguage(question, 'qstnLit', 'de')).toBe('Was ist grid?\nden Bus?');
  });

  it('says what the cells of a column hold', () => {
    const every = everyType();
    const attributes = (name: string): readonly (string | undefined)[] => ['representationType', 'dcml', 'temporal'].map((key) => variable(name, every).attributes.get(key));
    expect(attributes('week')).toEqual(['text', undefined, undefined]);
    expect(attributes('mode')).toEqual(['code', undefined, undefined]);
    expect(attributes('age')).toEqual(['numeric', '0', undefined]);
    expect(attributes('degrees')).toEqual(['numeric', undefined, undefined]);
    expect(attributes('since')).toEqual(['datetime', undefined, 'Y']);
  });

  it('calls a missing value that is no integer a real number', () => {
    const code = (value: number): VariableCode => ({ code: value, position: value < 2 ? 1 : 2, missing: value < 2 ? null : 'dont-know', labels: { de: String(value) } });
    const missing = childElement(variable('agree', everyType({ agree: { codes: [code(1), code(9.5)] } })), 'invalrng');
    expect(missing && childElements(missing, 'item').map(({ attributes }) => [attributes.get('VALUE'), attributes.get('UNITS')])).toEqual([
      ['9.5', 'REAL'], ['-9', undefined], ['-8', undefined],
    ]);
  });

  it('keeps criterion and field of action apart', () => {
    const concepts = childElements(variable('agree', everyType({ agree: { criterion: 'C1', fieldOfAction: 'F2' } })), 'concept');
    expect(concepts.map((concept) => [concept.attributes.get('vocab'), textOf(concept)])).toEqual([['criterion', 'C1'], ['fieldOfAction', 'F2']]);
    expect(childElement(variable('place', everyType()), 'concept')).toBeUndefined();
  });

  it('names the universe of a filtered question', () => {
    expect(inLanguage(variable('A_1_care'), 'universe', 'en')).toBe('Shown only if {consentArt9} = true');
    expect(inLanguage(variable('A_1_care'), 'security', 'de')).toContain('Art. 9');
    expect(childElement(variable('M_1_sport'), 'universe')).toBeUndefined();
  });
});

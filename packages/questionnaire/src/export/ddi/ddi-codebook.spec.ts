import { childElement, childElements, readXml, textOf } from '../../files/read-xml.js';
import type { XmlElement } from '../../files/read-xml.js';
import { compileQuestionnaire } from '../../compile/compile-questionnaire.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../../fixtures/example-item-bank.js';
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

function variable(name: string): XmlElement {
  const found = data && childElements(data, 'var').find((candidate) => candidate.attributes.get('name') === name);
  if (!found) throw new Error(`No variable ${name}.`);
  return found;
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

  it('groups the ticks of one choice and names the universe of a filtered question', () => {
    const groups = data ? childElements(data, 'varGrp') : [];
    expect(groups.map((group) => [group.attributes.get('name'), group.attributes.get('type')])).toEqual([['M_1', 'multipleResp'], ['A_1', 'multipleResp']]);
    const ids = table.columns.flatMap(({ name }, index) => (name.startsWith('M_1_') && name !== 'M_1_text' ? [`V${index + 1}`] : []));
    expect(groups[0]?.attributes.get('var')).toBe(ids.join(' '));
    expect(inLanguage(variable('A_1_care'), 'universe', 'en')).toBe('Shown only if {consentArt9} = true');
    expect(inLanguage(variable('A_1_care'), 'security', 'de')).toContain('Art. 9');
    expect(childElement(variable('M_1_sport'), 'universe')).toBeUndefined();
  });
});

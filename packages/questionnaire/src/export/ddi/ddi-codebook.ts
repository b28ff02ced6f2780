import type { LanguageCode, LocalizedText, SamplingDesign } from '@stadtteilstimme/domain';
import type { AnswerTable } from '../table/table-column.js';
import { element, text, xmlDocument } from '../xml/write-xml.js';
import type { Xml } from '../xml/write-xml.js';
import { ddiGroups } from './ddi-groups.js';
import { ddiVariable, inLanguages, questionWordings } from './ddi-variable.js';

const NAMESPACE = 'ddi:codebook:2_5';

export interface DdiCodebookInput {
  /** Names the version for ever, for example `leben-im-stadtteil-2`. */
  readonly id: string;
  readonly title: LocalizedText;
  /** What the questionnaire is for; empty = left out. */
  readonly purpose: string;
  /** Who asks: the controller of the data. */
  readonly producer: string;
  /** Day of publication, `YYYY-MM-DD`. */
  readonly publishedOn: string;
  readonly samplingDesign: SamplingDesign;
  /** SurveyJS JSON of the version. */
  readonly survey: Readonly<Record<string, unknown>>;
  /** Languages of the questionnaire; the first is the language of the document. */
  readonly languages: readonly LanguageCode[];
  /** Columns of the data file that this describes: names and codes are those of every other export. */
  readonly table: AnswerTable;
}

const SAMPLING: Readonly<Record<SamplingDesign, LocalizedText>> = {
  census: { de: 'Vollerhebung', en: 'Census' },
  random: { de: 'Zufallsstichprobe', en: 'Random sample' },
  quota: { de: 'Quote oder aufsuchende Befragung', en: 'Quota or outreach sample' },
  open: { de: 'Offene Teilnahme; keine Zufallsstichprobe', en: 'Open participation; not a random sample' },
};

/**
 * The codebook of a version as DDI Codebook 2.5 (DDI Alliance; valid under the editions of 2012 and 2014): study with title
 * per language, author, producer, version and sampling; one `var` per column with label, literal question, valid and missing
 * values, universe, categories, concepts and measurement, everything per language (`xml:lang`). Ticks of one choice are a
 * `varGrp` of type `multipleResp`; questions under one question are one of type `grid`: rows of a matrix, ranks of a
 * ranking, the two halves of a pair. Holds no answer. Characters XML cannot hold become U+FFFD.
 */
export function ddiCodebook(input: DdiCodebookInput): string {
  const [first = 'de'] = input.languages;
  return xmlDocument(
    element('codeBook', { xmlns: NAMESPACE, version: '2.5', ID: 'codebook', 'xml:lang': first }, study(input, first), dataDescription(input)),
  );
}

function study(input: DdiCodebookInput, first: LanguageCode): Xml {
  const { title, languages, id, producer, publishedOn, purpose, samplingDesign } = input;
  const [main, ...others] = languages.filter((language) => (title[language] ?? '').trim() !== '');
  const statement = element(
    'titlStmt',
    {},
    element('titl', { 'xml:lang': main ?? first }, text(main === undefined ? id : (title[main] ?? ''))),
    ...inLanguages('parTitl', title, others, {}),
    element('IDNo', {}, text(id)),
  );
  return element(
    'stdyDscr',
    {},
    element(
      'citation',
      {},
      statement,
      element('rspStmt', {}, element('AuthEnty', {}, text(producer))),
      element('prodStmt', {}, element('producer', {}, text(producer))),
      element('verStmt', {}, element('version', { date: publishedOn }, text(publishedOn))),
    ),
    ...(purpose.trim() === '' ? [] : [element('stdyInfo', {}, element('abstract', { 'xml:lang': 'de', contentType: 'purpose' }, text(purpose)))]),
    element('method', {}, element('dataColl', {}, ...inLanguages('sampProc', SAMPLING[samplingDesign], ['de', 'en'], {}))),
  );
}

function dataDescription({ survey, languages, table }: DdiCodebookInput): Xml {
  const wordings = questionWordings(survey);
  return element('dataDscr', {}, ...ddiGroups(table.columns, wordings, languages), ...table.columns.map((column, index) => ddiVariable(column, index, { wordings, languages, language: table.language })));
}

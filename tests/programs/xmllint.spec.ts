import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Codebook, type LocalizedText, VALUE_GIVEN, WORDING_STATES } from '@stadtteilstimme/domain';
import type { TranslatableText } from '@stadtteilstimme/questionnaire';
import { answerTable, ddiCodebook, limeSurveyFile, translationXliff } from '@stadtteilstimme/questionnaire/export';
import { seededNumbers } from '../runner/random-answers.ts';
import { inFolder, runProgram } from './outside-program.ts';
import { randomSurvey } from './random-survey.ts';

const skip = spawnSync('xmllint', ['--version']).status === 0 ? false : 'xmllint is missing: apt-get install libxml2-utils';
const schema = (name: string): string => fileURLToPath(new URL(`schemas/${name}`, import.meta.url));

/** The official DDI schema, where somebody has it: the same documents are held against it too. */
const OFFICIAL_DDI = process.env['DDI_SCHEMA'];

const LANGUAGES = ['de', 'de-simple', 'en', 'ar', 'fa', 'ku', 'uk', 'ru', 'tr', 'pl'];
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Texts that break naive writers of XML: markup, entities, section ends, forbidden characters, placeholders. */
const PIECES = ['Haus', ' ', '\n', '\r\n', '\t', '&', '&amp;', '<b>', ']]>', '"', "'", '{name}', '{', '}', 'بيت', '😀', '\u0000', '\u001b', '\ufffe', '\ud800', '\u200f', '-->'];

function nastyText(next: () => number): string {
  return Array.from({ length: 1 + Math.floor(next() * 6) }, () => PIECES[Math.floor(next() * PIECES.length)] ?? '').join('');
}

/** A survey with a title, help and choices in every language for each question of a codebook. */
function surveyOf(codebook: Codebook, next: () => number): Record<string, unknown> {
  const said = (): LocalizedText => Object.fromEntries(LANGUAGES.map((language) => [language, nastyText(next)]));
  const elements = codebook.questions.map(({ name }) => ({ type: 'text', name, title: said(), description: said() }));
  return { pages: [{ name: 'page', title: said(), elements }] };
}

/** The codebook with what random surveys do not have: nasty labels in every language, pairs, filters, upper limits, taxonomy, Art. 9. */
function annotated({ questions, variables, ...codebook }: Codebook, next: () => number): Codebook {
  const said = (): LocalizedText => Object.fromEntries(LANGUAGES.filter(() => next() < 0.8).map((language) => [language, nastyText(next)]));
  const maybe = (value: string): string | null => (next() < 0.5 ? value : null);
  return {
    ...codebook,
    questions: questions.map((question) => (question.value?.kind === 'number' && next() < 0.5 ? { ...question, value: { ...question.value, max: 1e6 } } : question)),
    variables: variables.map((variable, index) => ({
      ...variable,
      labels: said(),
      codes: variable.codes.map((code) => ({ ...code, labels: code.code === VALUE_GIVEN ? code.labels : said() })),
      itemId: `I-${Math.floor(index / 4)}`,
      part: variable.part === 'choice' ? (index % 4 < 2 ? 'bestand' : 'bedarf') : variable.part,
      criterion: maybe('C<1>&'),
      fieldOfAction: maybe('F "2"'),
      art9: next() < 0.2,
      visibleIf: maybe("{Q1} anyof ['a', \"b\"] and {x} < 3"),
    })),
  };
}

function randomDdi(seed: number): string {
  const next = seededNumbers(seed);
  const { input } = randomSurvey({ seed, questions: 14, rows: 0, language: ['de', 'en', 'ar'][seed % 3] ?? 'de', textLength: 100 });
  const [title, purpose] = [Object.fromEntries(LANGUAGES.map((language) => [language, nastyText(next)])), seed % 2 === 0 ? '' : nastyText(next)];
  const study = { id: `random-${seed}`, title, purpose, producer: nastyText(next), publishedOn: '2026-03-01', samplingDesign: 'random' } as const;
  const codebook = annotated(input.codebook, next);
  return ddiCodebook({ ...study, survey: surveyOf(codebook, next), languages: LANGUAGES, table: answerTable({ ...input, codebook }) });
}

function randomXliff(seed: number): string {
  const next = seededNumbers(seed);
  const texts = Array.from({ length: seed === 1 ? 0 : 30 }, (_, index): TranslatableText => ({
    key: `items.${index}.${nastyText(next).replaceAll(/[^\p{L} <&"']/gu, '')}`,
    place: { de: nastyText(next), en: 'place' },
    format: next() < 0.5 ? 'plain' : 'icu',
    texts: { de: nastyText(next), ...(next() < 0.7 ? { ar: nastyText(next) } : {}) },
    states: next() < 0.5 ? {} : { ar: WORDING_STATES[Math.floor(next() * WORDING_STATES.length)] ?? 'draft' },
  }));
  return translationXliff({ original: 'random <&"> 1', texts, target: 'ar' });
}

/** Validates documents in one go. @returns what xmllint says. @throws Error with that when one of them is not valid. */
function validate(folder: string, documents: readonly string[], rules: readonly string[]): string {
  const names = documents.map((document, index) => {
    writeFileSync(path.join(folder, `${index}.xml`), document);
    return `${index}.xml`;
  });
  return runProgram('xmllint', ['--noout', '--nonet', ...rules, ...names], folder);
}

test('every DDI codebook of random surveys is valid against our part of DDI Codebook 2.5', { skip }, async () => {
  const documents = SEEDS.map(randomDdi);
  assert.ok(documents.every((document) => document.length > 10_000));
  await inFolder(async (folder) => {
    assert.equal(validate(folder, documents, ['--relaxng', schema('ddi-codebook-2.5-subset.rng')]).match(/validates/g)?.length, SEEDS.length);
    if (OFFICIAL_DDI !== undefined) assert.equal(validate(folder, documents, ['--schema', OFFICIAL_DDI]).match(/validates/g)?.length, SEEDS.length);
  });
});

test('the DDI codebooks of the test hold every element and attribute that our part of the standard knows', () => {
  const written = SEEDS.map(randomDdi).join('');
  const rules = readFileSync(schema('ddi-codebook-2.5-subset.rng'), 'utf8');
  for (const [, kind, name] of rules.matchAll(/<(element|attribute) name="([^"]+)"/g)) {
    assert.ok(written.includes(kind === 'element' ? `<${name}` : ` ${name}="`), `${kind} ${name}`);
  }
});

test('every XLIFF file of random texts is valid against the schema of OASIS and against our part of XLIFF 2.0', { skip }, async () => {
  const documents = SEEDS.map(randomXliff);
  await inFolder(async (folder) => {
    assert.equal(validate(folder, documents, ['--relaxng', schema('xliff-core-2.0-subset.rng')]).match(/validates/g)?.length, SEEDS.length);
    assert.equal(validate(folder, documents, ['--schema', schema('xliff-2.0/xliff-core-2.0.xsd')]).match(/validates/g)?.length, SEEDS.length);
  });
});

test('the two schemas refuse what the standards refuse', { skip }, async () => {
  const ddi = randomDdi(3);
  const xliff = randomXliff(3);
  const spoilt: readonly (readonly [string, string, string])[] = [
    ['a category before the missing values', 'ddi-codebook-2.5-subset.rng', ddi.replace(/(<invalrng>.*?<\/invalrng>)(<catgry.*?<\/catgry>)/s, '$2$1')],
    ['a reference to no variable', 'ddi-codebook-2.5-subset.rng', ddi.replace(/ var="V/, ' var="W1 V')],
    ['a label without a language', 'ddi-codebook-2.5-subset.rng', ddi.replace(/<labl level="variable" xml:lang="de">/, '<labl level="variable">')],
    ['an unknown nature', 'ddi-codebook-2.5-subset.rng', ddi.replace('nature="nominal"', 'nature="metric"')],
    ['a ranking as a kind of group', 'ddi-codebook-2.5-subset.rng', ddi.replace('type="grid"', 'type="ranking"')],
    ['a concept after the format', 'ddi-codebook-2.5-subset.rng', ddi.replace(/(<concept .*?<\/concept>)(<varFormat [^>]*\/>)/s, '$2$1')],
    ['a translated segment without target', 'xliff-core-2.0-subset.rng', xliff.replace(/<target>.*?<\/target>/s, '')],
    ['a unit without source', 'xliff-core-2.0-subset.rng', xliff.replace(/<source>.*?<\/source>/s, '')],
    ['an unknown state', 'xliff-core-2.0-subset.rng', xliff.replace('state="initial"', 'state="new"')],
    ['a placeholder with text inside', 'xliff-core-2.0-subset.rng', xliff.replace(/(<ph [^>]*)\/>/, '$1>x</ph>')],
  ];
  await inFolder(async (folder) => {
    for (const [what, rules, document] of spoilt) {
      assert.notEqual(document, rules.startsWith('xliff') ? xliff : ddi, `${what}: nothing was spoilt`);
      assert.throws(() => validate(folder, [document], ['--relaxng', schema(rules)]), /fails to validate/, what);
    }
  });
});

test('every LimeSurvey file is well-formed XML', { skip }, async () => {
  const documents = SEEDS.map((seed) => {
    const next = seededNumbers(seed);
    const { input } = randomSurvey({ seed, questions: 7, rows: 0, language: 'de', textLength: 100 });
    const said = { de: nastyText(next), ar: nastyText(next) };
    return limeSurveyFile({ title: said, welcome: said, thanks: said, survey: surveyOf(input.codebook, next), languages: LANGUAGES }).xml;
  });
  await inFolder(async (folder) => {
    assert.equal(validate(folder, documents, []), '');
  });
});

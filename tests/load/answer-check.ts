import { codebookFromSurvey, compileCheck } from '@stadtteilstimme/questionnaire';
import { Model } from 'survey-core';
import { seededNumbers } from '../runner/random-answers.ts';
import { type BenchmarkRun, grouped, type Measurement, median, quantile } from './measurement.ts';

const CONSENT = { agree: true, art9: true };
const TARGET_MICROSECONDS = 150;

type Json = Record<string, unknown>;
type Next = () => number;

interface BenchmarkItem {
  readonly json: Json;
  readonly answer: (next: Next) => unknown;
}

const pick = <T>(list: readonly T[], next: Next): T | undefined => list[Math.floor(next() * list.length)];

const CODES = [1, 2, 3, 4, 5, 98, 99];
const OPTIONS = ['sport', 'advice', 'music', 'care', 'garden', 'meals'];

/** Pairs have two questions; conditions read the first. */
const keyOf = (index: number): string => (index % 5 === 0 ? `item${index}_bestand` : `item${index}`);

/** Item number `index` of thirty: types in turn, every third item shown by the one before, every tenth demanded by it. */
function benchmarkItem(index: number): readonly BenchmarkItem[] {
  const name = `item${index}`;
  const conditions = {
    ...(index % 3 === 2 ? { visibleIf: `{${keyOf(index - 1)}} notempty or {item0_bestand} >= 1` } : {}),
    ...(index % 10 === 9 ? { requiredIf: `{item0_bestand} = 1 and {${keyOf(index - 1)}} notempty` } : {}),
  };
  const scale = (suffix: string): BenchmarkItem => ({
    json: { type: 'radiogroup', name: name + suffix, choices: CODES, scaleId: 'AGREE', ...conditions },
    answer: (next) => pick(CODES, next),
  });
  switch (index % 10) {
    case 0:
    case 5:
      return [scale('_bestand'), scale('_bedarf')];
    case 1:
      return [{
        json: { type: 'checkbox', name, choices: OPTIONS, showNoneItem: true, maxSelectedChoices: 4, ...conditions },
        answer: (next) => OPTIONS.filter(() => next() < 0.4).slice(0, 4),
      }];
    case 2:
      return [{ json: { type: 'rating', name, rateMax: 7, ...conditions }, answer: (next) => 1 + Math.floor(next() * 7) }];
    case 3:
      return [{
        json: { type: 'matrix', name, rows: ['r1', 'r2', 'r3', 'r4'], columns: CODES, ...conditions },
        answer: (next) => Object.fromEntries(['r1', 'r2', 'r3', 'r4'].map((row) => [row, pick(CODES, next)])),
      }];
    case 4:
      return [{ json: { type: 'boolean', name, ...conditions }, answer: (next) => next() < 0.5 }];
    case 6:
      return [{
        json: { type: 'ranking', name, choices: OPTIONS, ...conditions },
        answer: (next) => [...OPTIONS].map((code) => ({ code, at: next() })).sort((left, right) => left.at - right.at).map(({ code }) => code),
      }];
    case 7:
      return [{ json: { type: 'text', inputType: 'number', name, min: 0, max: 120, step: 1, ...conditions }, answer: (next) => Math.floor(next() * 120) }];
    case 8:
      return [{ json: { type: 'comment', name, maxLength: 500, ...conditions }, answer: (next) => 'Ein Garten wäre schön. '.repeat(1 + Math.floor(next() * 10)) }];
    default:
      return [{ json: { type: 'dropdown', name, choices: OPTIONS, ...conditions }, answer: (next) => pick(OPTIONS, next) }];
  }
}

/** Microseconds of one piece of work. */
function microseconds(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) * 1000;
}

/** One answer of thirty mixed items through the answer check, against survey-core doing the same with its model. */
export function answerCheck({ quick }: BenchmarkRun): Measurement {
  const items = Array.from({ length: 30 }, (_, index) => benchmarkItem(index)).flat();
  const survey = { locale: 'de', clearInvisibleValues: 'onHidden', pages: items.map(({ json }, index) => ({ name: `page${index}`, elements: [json] })) };
  const { codebook, unsupported } = codebookFromSurvey(survey);
  if (unsupported.length > 0) throw new Error(`The survey of the benchmark is not supported: ${JSON.stringify(unsupported)}`);
  const next = seededNumbers(30);
  const answers = Array.from({ length: 200 }, () =>
    Object.fromEntries(items.filter(() => next() < 0.95).map(({ json, answer }) => [String(json['name']), answer(next)] as const)),
  );
  const check = compileCheck(codebook);
  const accepted = answers.filter((given) => check(given, { consent: CONSENT }).ok);
  if (accepted.length < 100) throw new Error(`Only ${accepted.length} of ${answers.length} answers of the benchmark are accepted.`);

  const validate = (model: Model, given: Json): void => {
    model.data = given;
    if (!model.validate(false)) throw new Error('survey-core refuses an answer that the check accepts.');
  };
  const kept = new Model(survey);
  const ours: number[] = [];
  const theirs: number[] = [];
  const theirsKept: number[] = [];
  const rounds = quick ? 6 : 20;
  for (let round = -3; round < rounds; round += 1) {
    for (const given of accepted) {
      const time = microseconds(() => { check(given, { consent: CONSENT }); });
      if (round >= 0) ours.push(time);
    }
    for (const given of accepted.slice(0, 20)) {
      const time = microseconds(() => { validate(new Model(survey), given); });
      const timeKept = microseconds(() => { validate(kept, given); });
      if (round < 0) continue;
      theirs.push(time);
      theirsKept.push(timeKept);
    }
  }
  const compiling = median(Array.from({ length: 30 }, () => microseconds(() => { compileCheck(codebook); })));
  const row = (share: number, name: string, limit: readonly number[]) => ({
    work: `one answer, ${name}`,
    ours: `${grouped(quantile(ours, share))} µs`,
    limit: `${grouped(quantile(limit, share))} µs`,
    ratio: `1 / ${grouped(quantile(limit, share) / quantile(ours, share))}`,
    target: share === 0.5 ? `≤ ${TARGET_MICROSECONDS} µs` : '–',
    holds: share === 0.5 ? quantile(ours, share) <= TARGET_MICROSECONDS : null,
  });
  return {
    title: 'Answer check',
    method: [
      `30 items of ten kinds (${items.length} questions, ${codebook.variables.length} variables; pairs, multiple choice, rating, matrix, yes/no, ranking, number, text, dropdown), ten shown by the item before, three demanded by it; ${accepted.length} different answers that are accepted.`,
      'Ours: the compiled check turns one answer into its normal form and coded vector. Limit: survey-core on the same answer, a new Model of the definition (or one that is kept), its data set, validated; it neither codes nor refuses unknown values.',
      `${rounds} rounds, ours and limit in turn, after three rounds of warm-up; ${grouped(ours.length)} and ${grouped(theirs.length)} single times.`,
    ],
    figures: [
      row(0.5, 'median, new model', theirs),
      row(0.99, '99 of 100, new model', theirs),
      row(0.5, 'median, model kept', theirsKept),
      row(0.99, '99 of 100, model kept', theirsKept),
    ],
    notes: [`Compiling the codebook to its check takes ${grouped(compiling)} µs, once per version.`],
  };
}

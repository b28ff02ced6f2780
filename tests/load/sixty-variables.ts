import type { AnswerValue, Codebook, CodebookQuestion, Variable, VariableCode } from '@stadtteilstimme/domain';
import { NOT_ANSWERED, NOT_SHOWN, VALUE_GIVEN } from '@stadtteilstimme/domain';
import type { AnswerTableInput, ExportedResponse } from '@stadtteilstimme/questionnaire/export';

const SCALES = 30;
const TICKS = 18;
const CHOICES = 6;
const TEXT_LENGTH = 500;

export interface SixtyVariables {
  readonly input: AnswerTableInput;
  /** One more invented answer; every fourth free text is written, one question in ten is not answered or not shown. */
  readonly answer: () => ExportedResponse;
}

/** A survey of sixty variables: 30 scales, 18 ticks, 6 choices of words, 2 numbers, 1 date, 3 free texts. For benchmarks. */
export function sixtyVariables(next: () => number): SixtyVariables {
  const numbers = [1, 2, 3, 4, 5, 98, 99].map((code, index): VariableCode => coded(code, index, `Antwort ${code} auf der Skala`));
  const ticks = [0, 1].map((code, index) => coded(code, index, code === 1 ? 'gewählt' : 'nicht gewählt'));
  const words = ['cafe', 'park', 'library', 'sport', 'prefer-not'].map((code, index) => coded(code, index, `Ort mit dem Namen ${code}`));
  const given = [coded(VALUE_GIVEN, 0, '')];
  const variables: readonly Variable[] = [
    ...named('scale', SCALES, { part: 'bestand', measurement: 'ordinal', codes: numbers }),
    ...named('tick', TICKS, { part: 'option', codes: ticks }),
    ...named('choice', CHOICES, { codes: words }),
    ...named('number', 2, { part: 'number', measurement: 'scale', codes: given }),
    ...named('date', 1, { part: 'date', measurement: 'date', codes: given }),
    ...named('text', 3, { part: 'text', measurement: 'text', codes: given }),
  ];
  const codebook: Codebook = { questions: variables.map(questionOf), variables, districtVariable: null };
  return {
    input: { codebook, language: 'de', synthetic: true, districtNames: new Map([['north', 'Nord'], ['south', 'Süd']]), targetGroupNames: new Map([['all', 'Alle']]) },
    answer: () => randomAnswer(variables, next),
  };
}

function coded(code: number | string, index: number, label: string): VariableCode {
  return { code, position: index + 1, missing: code === 98 ? 'dont-know' : code === 99 || code === 'prefer-not' ? 'prefer-not' : null, labels: { de: label } };
}

function named(prefix: string, count: number, changes: Partial<Variable>): readonly Variable[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${prefix}_${index + 1}`, question: `${prefix}_${index + 1}`, itemId: null, demographicId: null, part: 'choice', measurement: 'nominal', scale: null, codes: [],
    option: null, labels: { de: `Frage ${index + 1} zu ${prefix}: Wie ist es im Stadtteil?` }, criterion: null, fieldOfAction: null, reverse: false, art9: false,
    sensitive: false, visibleIf: null, ...changes,
  }));
}

function questionOf({ name, part }: Variable): CodebookQuestion {
  const base = { name, max: null, commentKey: null, commentMaxLength: 0, visibleIf: null };
  if (part === 'number') return { ...base, type: 'number', value: { kind: 'number', whole: false, min: 0, max: 1000 } };
  if (part === 'date') return { ...base, type: 'date', value: { kind: 'date', min: null, max: null } };
  if (part === 'text') return { ...base, type: 'text', value: { kind: 'text', multiline: true, maxLength: TEXT_LENGTH } };
  return { ...base, type: 'single' };
}

function randomAnswer(variables: readonly Variable[], next: () => number): ExportedResponse {
  const answers: Record<string, AnswerValue> = {};
  const vector = Uint8Array.from(variables, ({ name, part, codes }) => {
    const draw = next();
    if (draw < 0.05) return NOT_ANSWERED;
    if (draw < 0.1) return NOT_SHOWN;
    if (part === 'number') answers[name] = Math.round(next() * 10_000) / 10;
    else if (part === 'date') answers[name] = `20${String(10 + Math.floor(next() * 16))}-0${String(1 + Math.floor(next() * 9))}-15`;
    else if (part === 'text') {
      if (next() < 0.75) return NOT_ANSWERED;
      answers[name] = 'Es fehlt ein Treffpunkt für Ältere und mehr Bänke. '.repeat(1 + Math.floor(next() * 4)).trim();
    }
    return 1 + Math.floor(next() * codes.length);
  });
  return { districtId: next() < 0.5 ? 'north' : 'south', elsewhere: false, targetGroup: 'all', mode: 'online', week: `2026-W${String(10 + Math.floor(next() * 12))}`, answers, vector };
}

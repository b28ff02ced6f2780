import type { AnswerCode, Answers, AnswerValue, Codebook, CodebookQuestion, CollectionMode, ConsentGiven, District, Variable } from '@stadtteilstimme/domain';
import { SeededRandom, tendencyOf } from './seeded-random.js';

/** An invented answer, before the check. */
export interface ExampleAnswer {
  readonly id: string;
  readonly mode: CollectionMode;
  readonly week: string;
  readonly consent: ConsentGiven;
  readonly answers: Answers;
}

export interface ExampleSurvey {
  readonly codebook: Codebook;
  readonly targetGroupId: string;
  readonly districts: readonly District[];
}

/** Twelve weeks of one spring; most people answer in the first half. */
const WEEKS = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map(
  (week, index) => [`2026-W${String(week).padStart(2, '0')}`, 12 - Math.abs(index - 4)] as const,
);
const MODES: readonly (readonly [CollectionMode, number])[] = [['online', 55], ['tablet', 15], ['paper', 18], ['interview', 12]];
const MODES_WITH_INTERPRETER: readonly (readonly [CollectionMode, number])[] = [['online', 60], ['tablet', 18], ['interview', 12], ['interpreter', 10]];

/** Where few people answer, so that withheld cells can be seen. Share of all answers. */
const SMALL_SHARES: Readonly<Record<string, number>> = { wilschenbruch: 0.003, rettmer: 0.007, ebensberg: 0.013 };
/** Stands in for a population that the master data do not know. */
const ASSUMED_POPULATION = 2500;
const SHARE_WITHOUT_DISTRICT = 0.07;

const FREE_TEXTS = [
  'Beispieltext: Ein Café, in dem man sich auch ohne Anmeldung treffen kann.',
  'Beispieltext: Mehr Bänke an den Wegen.',
  'Beispieltext: Beratung auch am Abend.',
  'Beispieltext: Ein Aushang im Treppenhaus.',
];

interface Person {
  readonly targetGroupId: string;
  readonly district: AnswerCode | null;
  /** How content this person and this Stadtteil are, on the scale's own unit. */
  readonly mood: number;
}

/**
 * Invents answers that look like a survey: Stadtteile and people differ, importance is rated high, having a say (K4) is
 * rated low today, some say "don't know", some leave questions out. Deterministic: the same seed, the same answers.
 * Free texts say themselves that they are examples.
 */
export function* exampleAnswers(survey: ExampleSurvey, count: number, seed: number): Generator<ExampleAnswer> {
  const random = new SeededRandom(seed);
  const districtChoices = weightedDistricts(survey);
  const modes = survey.targetGroupId === 'refugee' ? MODES_WITH_INTERPRETER : MODES;
  for (let made = 0; made < count; made += 1) {
    const district = districtChoices.length === 0 ? null : random.pick(districtChoices);
    const mood = random.normal(0, 0.6) + (tendencyOf(`mood ${district}`) - 0.5) * 1.2;
    const person = { targetGroupId: survey.targetGroupId, district, mood };
    const consent = { agree: true, art9: random.chance(0.8) };
    yield {
      id: random.uuid(),
      mode: random.pick(modes),
      week: random.pick(WEEKS),
      consent,
      answers: answersOf(survey.codebook, person, consent, random),
    };
  }
}

function answersOf(codebook: Codebook, person: Person, consent: ConsentGiven, random: SeededRandom): Answers {
  const answers: Record<string, AnswerValue> = {};
  for (const question of codebook.questions) {
    const variables = codebook.variables.filter((variable) => variable.question === question.name);
    const [first] = variables;
    if (first === undefined || (first.art9 && !consent.art9)) continue;
    if (question.name === codebook.districtVariable) {
      if (person.district !== null) answers[question.name] = person.district;
      continue;
    }
    if (random.chance(first.demographicId === null ? 0.03 : 0.015)) continue;
    const value = question.type === 'multiple' ? ticks(question, variables, random) : singleCode(first, person, random);
    if (value === null) continue;
    answers[question.name] = value;
    const text = freeText(codebook, question, value, random);
    if (text !== null && question.commentKey !== null) answers[question.commentKey] = text;
  }
  return answers;
}

function singleCode(variable: Variable, person: Person, random: SeededRandom): AnswerCode | null {
  const missing = variable.codes.filter((code) => code.missing !== null);
  const valid = variable.codes.filter((code) => code.missing === null);
  if (missing.length > 0 && random.chance(variable.part === 'bestand' ? 0.06 : 0.03)) {
    return random.pick(missing.map(({ code, missing: kind }) => [code, kind === 'dont-know' ? 3 : 1] as const));
  }
  if (valid.length === 0) return null;
  if (variable.scale !== null) return judgement(variable, variable.scale, person, random);
  return random.pick(valid.map(({ code }) => [code, plausibility(variable, code, person)] as const));
}

/** A judgement round a mean that belongs to the item; the mood lifts what is there and hardly what is wished for. */
function judgement(variable: Variable, scale: { readonly min: number; readonly max: number }, person: Person, random: SeededRandom): number {
  const tendency = tendencyOf(`${variable.itemId} ${variable.part}`);
  const bestandMean = variable.criterion === 'K4' ? 2 + tendency * 0.5 : 2.6 + tendency * 1.3;
  const mean = variable.part === 'bedarf' ? 3.6 + tendency * 0.6 - person.mood * 0.15 : bestandMean + person.mood * (variable.reverse ? -1 : 1);
  const local = (tendencyOf(`${variable.name} ${person.district}`) - 0.5) * 0.9;
  return Math.min(scale.max, Math.max(scale.min, Math.round(random.normal(mean + local, 1.15))));
}

/** Age fits the target group; other words have a frequency of their own. */
function plausibility(variable: Variable, code: AnswerCode, { targetGroupId }: Person): number {
  const ownFrequency = 0.4 + tendencyOf(`${variable.name} ${code}`);
  if (variable.demographicId !== 'age-group') return code === 'self' ? 4 * ownFrequency : ownFrequency;
  const fromAge = Number(/\d+/.exec(String(code))?.[0] ?? 0);
  const isMinor = String(code).startsWith('u');
  if (targetGroupId === 'senior') return fromAge >= 60 ? ownFrequency : 0;
  if (isMinor) return 0;
  return fromAge >= 65 ? 0.03 : ownFrequency;
}

function ticks(question: CodebookQuestion, variables: readonly Variable[], random: SeededRandom): readonly string[] | null {
  const options = variables.flatMap((variable) => (variable.option === null || variable.part !== 'option' ? [] : [variable.option]));
  const alone = options.filter((option) => option.exclusive || option.missing !== null);
  if (alone.length > 0 && random.chance(0.07)) return [random.pick(alone.map(({ code }) => [code, 1] as const))];
  const chosen = options
    .filter((option) => !alone.includes(option))
    .filter((option) => random.chance(0.1 + tendencyOf(`${question.name} ${option.code}`) * 0.4))
    .map((option) => option.code);
  return chosen.length === 0 ? null : chosen.slice(0, question.max ?? chosen.length);
}

function freeText(codebook: Codebook, question: CodebookQuestion, value: AnswerValue, random: SeededRandom): string | null {
  const option = codebook.variables.find((variable) => variable.question === question.commentKey)?.option;
  const chosen = option !== null && option !== undefined && (value === option.code || (Array.isArray(value) && value.includes(option.code)));
  if (!chosen || !random.chance(0.3)) return null;
  return random.pick(FREE_TEXTS.map((text) => [text.slice(0, question.commentMaxLength), 1] as const));
}

/** Codes of the district question by how many people live there. */
function weightedDistricts({ codebook, districts }: ExampleSurvey): readonly (readonly [AnswerCode, number])[] {
  const codes = codebook.variables.find((variable) => variable.name === codebook.districtVariable)?.codes ?? [];
  const known = new Map(districts.map((district) => [district.id, district]));
  const inhabitants = (code: AnswerCode) => known.get(String(code))?.populations[0]?.count ?? ASSUMED_POPULATION;
  const places = codes.filter(({ code }) => known.has(String(code)));
  const others = codes.filter(({ code }) => !known.has(String(code)));
  const total = places.reduce((sum, { code }) => sum + inhabitants(code), 0);
  return [
    ...places.map(({ code }) => [code, SMALL_SHARES[String(code)] ?? inhabitants(code) / total] as const),
    ...others.map(({ code }) => [code, SHARE_WITHOUT_DISTRICT / others.length] as const),
  ];
}

import { drawRecordKeys, type PublicationColumns } from '@stadtteilstimme/domain';

/** How a city is drawn. */
export interface CityShape {
  readonly answers: number;
  readonly districts: number;
  /** Questions in turn with 3, 5 and 2 answers (and "no answer"). */
  readonly questions: number;
  /** Further ways to split people in two, as a free query builder would offer. Default 0. */
  readonly traits?: number;
}

export interface City {
  readonly seed: number;
  readonly columns: PublicationColumns;
  readonly recordKeys: Uint32Array;
}

/** A small generator (mulberry32): the same seed always draws the same city. */
export function seededGenerator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ANSWERS = [['nein', 'teils', 'ja'], ['1', '2', '3', '4', '5'], ['nein', 'ja']] as const;

/**
 * Draws a city with what makes protection hard: Stadtteile from large to one lone respondent, one whose people all agree, rare
 * answers, few paper questionnaires, and a first wave that hardly reached the small Stadtteile.
 */
export function randomCity(seed: number, { answers, districts, questions, traits = 0 }: CityShape): City {
  const random = seededGenerator(seed);
  const weights = Array.from({ length: districts }, (_, district) => 0.72 ** district);
  const district = Uint8Array.from({ length: answers }, (_, answer) => (answer === 0 ? districts - 1 : pick(weights, random)));
  const column = (draw: (answer: number) => number): Uint8Array => Uint8Array.from({ length: answers }, (_, answer) => draw(answer));
  const split = (id: string, categories: readonly string[], draw: (answer: number) => number) => ({ dimension: { id, categories }, codes: column(draw) });
  const dimensions: PublicationColumns['dimensions'][number][] = [
    { dimension: { id: 'district', categories: Array.from({ length: districts }, (_, index) => `d${index}`) }, codes: district },
    split('age', ['unter 30', '30 bis 64', 'ab 65'], () => pick([2, 5, 3], random)),
    split('wave', ['1', '2'], (answer) => (random() < ((district[answer] ?? 0) > districts / 2 ? 0.15 : 0.45) ? 0 : 1)),
    split('mode', ['online', 'papier'], () => (random() < 0.12 ? 1 : 0)),
    ...Array.from({ length: traits }, (_, index) => split(`trait${index}`, ['a', 'b'], () => (random() < 0.5 ? 0 : 1))),
  ];
  const unanimous = Math.floor(districts / 2);
  for (let question = 0; question < questions; question += 1) {
    const codes = ANSWERS[question % ANSWERS.length] ?? ANSWERS[0];
    const lean = codes.map(() => 0.02 + random() ** 3);
    dimensions.push({
      dimension: {
        id: `q${question}`,
        categories: [...codes, 'gültig', 'keine Angabe'],
        groups: [{ category: 'gültig', parts: codes }],
        answers: { missing: ['keine Angabe'] },
      },
      codes: column((answer) => (random() < 0.04 ? codes.length + 1 : district[answer] === unanimous ? 0 : pick(lean, random))),
    });
  }
  const score = Float64Array.from({ length: answers }, (_, answer) => (random() < 0.05 ? Number.NaN : district[answer] === unanimous ? 5 : 1 + pick([1, 2, 3, 3, 2], random)));
  return {
    seed,
    columns: { length: answers, dimensions, scores: [{ id: 'zufriedenheit', minimum: 1, maximum: 5, values: score, madeOf: [] }] },
    recordKeys: drawRecordKeys(answers, random),
  };
}

function pick(weights: readonly number[], random: () => number): number {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (rest -= weight) < 0);
  return found < 0 ? weights.length - 1 : found;
}

/** Ids of the questions of a city. */
export function questionsOf({ columns }: Pick<City, 'columns'>): readonly string[] {
  return columns.dimensions.filter(({ dimension }) => dimension.answers !== undefined).map(({ dimension }) => dimension.id);
}

/** Codes of one dimension. */
export function codesOf(columns: PublicationColumns, id: string): Uint8Array {
  const found = columns.dimensions.find(({ dimension }) => dimension.id === id);
  if (found === undefined) throw new RangeError(`The city has no dimension ${id}.`);
  return found.codes;
}

import {
  nextBatch,
  publish,
  type PastPublication,
  type PublicationBatch,
  type PublicationColumns,
  type PublicationContent,
  type PublicationList,
  type PublicationPolicy,
  type PublishedTable,
} from '@stadtteilstimme/domain';
import { codesOf, questionsOf, type City } from './random-city.ts';

/** What came of trying to publish. */
export interface Attempt {
  readonly batch: PublicationBatch;
  /** Null = refused. */
  readonly content: PublicationContent | null;
  readonly problem: string | null;
}

/** Publishes as the server does: the next batch after everything published before (refused attempts are none), if the rules allow it. */
export function tryToPublish(
  city: Pick<City, 'columns' | 'recordKeys'>,
  list: PublicationList,
  policy: PublicationPolicy,
  { after = [], day = 1, present = null }: { readonly after?: readonly Attempt[]; readonly day?: number; readonly present?: Uint8Array | null } = {},
): Attempt {
  const history = after.flatMap(({ batch, content }): readonly PastPublication[] => (content === null ? [] : [{ batch, content }]));
  const batch = nextBatch(history, city.columns, list, policy, day, present);
  const result = publish(city.columns, history, batch, city.recordKeys);
  return result.kind === 'published' ? { batch, content: result.snapshot, problem: null } : { batch, content: null, problem: result.problem };
}

/** Every question by every one of these dimensions, two by two. */
export function questionsBy(city: Pick<City, 'columns'>, ...splits: readonly string[]): PublicationList {
  return {
    tables: questionsOf(city).flatMap((question) => (splits.length === 0 ? [[question]] : splits.map((split) => [split, question]))).map((dimensions) => ({ id: dimensions.join('×'), dimensions })),
    means: [],
  };
}

/** The same answers in another order, or some of them: `order[i]` is the old number of answer i. */
export function reordered({ columns, recordKeys, seed }: City, order: readonly number[]): City {
  return {
    seed,
    columns: {
      length: order.length,
      dimensions: columns.dimensions.map(({ dimension, codes }) => ({ dimension, codes: Uint8Array.from(order, (answer) => codes[answer] ?? 0) })),
      scores: columns.scores.map((score) => ({ ...score, values: Float64Array.from(order, (answer) => score.values[answer] ?? Number.NaN) })),
    },
    recordKeys: Uint32Array.from(order, (answer) => recordKeys[answer] ?? 0),
  };
}

/** Adds a way to split people up: those in one category of a dimension, and the rest. */
export function withSplit(city: City, id: string, of: string, category: number): City {
  const codes = Uint8Array.from(codesOf(city.columns, of), (code) => (code === category ? 0 : 1));
  return { ...city, columns: { ...city.columns, dimensions: [...city.columns.dimensions, { dimension: { id, categories: ['in', 'rest'] }, codes }] } };
}

/** The cell of a table for these people. */
export function placeOf({ dimensions }: PublishedTable, people: Readonly<Record<string, string>>): number {
  return dimensions.reduce((place, { id, categories }) => {
    const category = people[id];
    return place * (categories.length + 1) + (category === undefined ? categories.length : categories.indexOf(category));
  }, 0);
}

/** Content without the mark of protection, for what only tests make. */
export function tablesOf(attempt: Attempt): readonly PublishedTable[] {
  return attempt.content?.tables ?? [];
}

/** Columns cut off after so many answers. */
export function firstAnswers(columns: PublicationColumns, length: number): PublicationColumns {
  return {
    length,
    dimensions: columns.dimensions.map(({ dimension, codes }) => ({ dimension, codes: codes.subarray(0, length) })),
    scores: columns.scores.map((score) => ({ ...score, values: score.values.subarray(0, length) })),
  };
}

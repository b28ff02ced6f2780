import { readFile } from 'node:fs/promises';

/** The JSON files of `apps/api/data`: what an installation starts with. Another city replaces them. */
export type DataFile = 'taxonomy' | 'item-bank' | 'questionnaires' | 'example-city';

/**
 * Reads one of them; the caller says what it holds.
 * @throws Error naming the file when it is missing or is not JSON.
 */
export async function readDataFile<T>(name: DataFile): Promise<T> {
  // The same distance from src/reference-data and from dist/reference-data.
  const file = new URL(`../../data/${name}.json`, import.meta.url);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (cause) {
    throw new Error(`data/${name}.json cannot be read.`, { cause });
  }
}

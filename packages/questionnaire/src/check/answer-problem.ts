import type { ProblemCode, ProblemDetail } from '@stadtteilstimme/domain';

/** Place for keys the codebook does not know: a key, too, may be something a person typed, so it is not repeated. */
export const UNKNOWN_PLACE = 'answers';

/** Collects problems without ever taking in an answer; the same problem at the same place counts once. */
export class ProblemList {
  readonly #problems: ProblemDetail[] = [];

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  get all(): readonly ProblemDetail[] {
    return this.#problems;
  }

  add(code: ProblemCode, place: string): void {
    const known = this.#problems.some((problem) => problem.code === code && problem.place === place);
    if (!known) this.#problems.push({ code, place });
  }
}

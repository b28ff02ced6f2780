import { CONSENT_ART9_VARIABLE } from '../../survey-model/stadtteil-properties.js';
import { commentKeyOf } from '../../survey-model/free-text-condition.js';

/** Longest key of an answer in UTF-16 code units, as the codebook has it. */
const LONGEST = 200;

/** A question that wants a name. */
export interface NameRequest {
  /** Empty where the file has none. */
  readonly wanted: string;
  /** The question stores a second answer under `<name>-Comment`. */
  readonly hasComment: boolean;
}

/**
 * Names of questions are the keys of their answers, so they stay as they are wherever survey-core and the codebook take
 * them: any text of up to 200 characters without braces, control characters or blanks at its ends, unique without regard to
 * case. Anything else is changed; a changed name never takes the place of one that may stay.
 */
export class SurveyNames {
  private readonly taken = new Set<string>();

  /** The names in the order of the requests. */
  claimAll(requests: readonly NameRequest[]): readonly string[] {
    const kept = requests.map((request) => (legalName(request.wanted) === request.wanted && this.isFree(request.wanted, request.hasComment) ? this.take(request.wanted, request.hasComment) : null));
    const changed = new Map(requests.flatMap(({ wanted }, index) => (kept[index] === null && wanted !== '' ? [[wanted, index] as const] : [])));
    const given = [...kept];
    const nameAt = (index: number): string => {
      const request = requests[index];
      const done = given[index];
      if (request === undefined || (done !== null && done !== undefined)) return done ?? '';
      // The text that belongs to a question follows the name of its question.
      const owner = /^(.+)-Comment$/s.exec(request.wanted)?.[1];
      const ownerIndex = owner === undefined || owner === request.wanted ? undefined : changed.get(owner);
      const name = this.claim(ownerIndex === undefined ? request.wanted || `question_${index + 1}` : commentKeyOf(nameAt(ownerIndex)), request.hasComment);
      given[index] = name;
      return name;
    };
    return requests.map((_, index) => nameAt(index));
  }

  /** A free name as close to the wanted one as possible. */
  claim(wanted: string, hasComment = false): string {
    const base = legalName(wanted);
    let name = base;
    for (let n = 2; !this.isFree(name, hasComment); n += 1) name = `${base.slice(0, LONGEST - 8)}_${n}`;
    return this.take(name, hasComment);
  }

  private isFree(name: string, hasComment: boolean): boolean {
    return !this.taken.has(name.toLowerCase()) && !(hasComment && this.taken.has(commentKeyOf(name).toLowerCase()));
  }

  private take(name: string, hasComment: boolean): string {
    this.taken.add(name.toLowerCase());
    if (hasComment) this.taken.add(commentKeyOf(name).toLowerCase());
    return name;
  }
}

function legalName(wanted: string): string {
  const clean = wanted.replaceAll(/[{}\p{Cc}\p{Cs}]/gu, '_').trim().slice(0, LONGEST).trim();
  const isTaken = clean === '' || clean in Object.prototype || clean.toLowerCase() === CONSENT_ART9_VARIABLE.toLowerCase();
  return isTaken ? `question_${clean}`.replace(/_$/, '') : clean;
}

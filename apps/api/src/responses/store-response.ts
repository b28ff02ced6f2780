import { Injectable } from '@nestjs/common';
import type { CollectionMode, ConsentGiven, ResponseReceipt } from '@stadtteilstimme/domain';
import { ProblemException } from '../platform/errors/index.js';
import type { PublishedVersion } from '../questionnaires/index.js';
import { ResponseWriter } from './response-writer.js';

export interface ResponseToStore {
  /** Random UUID v4 in lower case. */
  readonly id: string;
  readonly mode: CollectionMode;
  /** ISO week `YYYY-Www`. */
  readonly week: string;
  readonly consent: ConsentGiven;
  /** Whatever came over the wire. */
  readonly answers: unknown;
}

/** Holds an answer against its version and stores what passes. The only way an answer gets into the database. */
@Injectable()
export class StoreResponse {
  constructor(private readonly writer: ResponseWriter) {}

  /** @throws ProblemException with the code of the first problem and the places of all; nothing is stored then */
  run(version: PublishedVersion, { id, mode, week, consent, answers }: ResponseToStore): Promise<ResponseReceipt['status']> {
    const checked = version.check(answers, { consent });
    if (!checked.ok) throw new ProblemException(checked.problems[0]?.code ?? 'invalid-request', checked.problems);
    const { districtId, elsewhere } = districtRow(version, checked.district);
    return this.writer.store({
      id,
      versionId: version.id,
      districtId,
      elsewhere,
      targetGroup: version.draft.targetGroupId,
      mode,
      week,
      answers: checked.answers,
      vector: Buffer.from(checked.vector),
    });
  }
}

/** A chosen Stadtteil; `elsewhere` for every other valid code (outside, city-wide); neither for "don't know" and no answer. */
function districtRow(version: PublishedVersion, district: string | null): { readonly districtId: string | null; readonly elsewhere: boolean } {
  if (district === null) return { districtId: null, elsewhere: false };
  if (version.districtIds.has(district)) return { districtId: district, elsewhere: false };
  return { districtId: null, elsewhere: version.elsewhereCodes.has(district) };
}

import type { Codebook, DistrictId, QuestionnaireDraft } from '@stadtteilstimme/domain';
import { type AnswerCheck, compileCheck } from '@stadtteilstimme/questionnaire';
import type { FrozenContent } from './questionnaire.entity.js';
import type { StoredVersion } from './questionnaire.repository.js';

/** What may change about a published questionnaire; shared by all its versions. */
export interface LiveState {
  current: 'open' | 'closed';
}

/** A published version, ready to use: frozen, but for the state of its questionnaire. */
export class PublishedVersion {
  readonly id: string;
  readonly number: number;
  readonly questionnaireId: string;
  readonly slug: string;
  readonly synthetic: boolean;
  readonly taxonomyVersion: number;
  readonly draft: QuestionnaireDraft;
  readonly content: FrozenContent;
  /** Why wordings changed since the version before, by id of the question. */
  readonly wordingNotes: Readonly<Record<string, string>>;
  readonly districtIds: ReadonlySet<DistrictId>;
  /** Codes of the district question that are neither a Stadtteil nor missing: outside, city-wide. */
  readonly elsewhereCodes: ReadonlySet<string>;
  readonly check: AnswerCheck;

  constructor(
    stored: StoredVersion,
    private readonly live: LiveState,
  ) {
    const { version } = stored;
    this.id = version.id;
    this.number = version.number;
    this.questionnaireId = version.questionnaireId;
    this.slug = version.content.slug;
    this.synthetic = stored.synthetic;
    this.taxonomyVersion = version.taxonomyVersion;
    this.draft = version.draft;
    this.content = version.content;
    this.wordingNotes = version.wordingNotes;
    this.districtIds = new Set(version.draft.districtIds);
    this.elsewhereCodes = elsewhereCodes(version.content.codebook, this.districtIds);
    this.check = compileCheck(version.content.codebook);
  }

  /** Of the questionnaire, as it is now. */
  get state(): 'open' | 'closed' {
    return this.live.current;
  }
}

function elsewhereCodes({ variables, districtVariable }: Codebook, districtIds: ReadonlySet<DistrictId>): ReadonlySet<string> {
  const codes = variables.find((variable) => variable.name === districtVariable)?.codes ?? [];
  return new Set(codes.filter(({ code, missing }) => missing === null && !districtIds.has(String(code))).map(({ code }) => String(code)));
}

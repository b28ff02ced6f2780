import { Injectable } from '@nestjs/common';
import type { Codebook, DistrictId, QuestionnaireDraft } from '@stadtteilstimme/domain';
import { type AnswerCheck, compileCheck } from '@stadtteilstimme/questionnaire';
import { Subject } from 'rxjs';
import type { FrozenContent } from './questionnaire.entity.js';
import { QuestionnaireRepository, type StoredVersion } from './questionnaire.repository.js';

/** What may change about a published questionnaire; shared by all its versions. */
interface LiveState {
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

/** Published versions as other slices use them. Each is read and compiled once; there is one process per database. */
@Injectable()
export class PublishedVersions {
  private readonly versions = new Map<string, PublishedVersion>();
  private readonly states = new Map<string, LiveState>();
  private readonly changed = new Subject<void>();

  /** Something was published, closed or reopened. */
  readonly changes = this.changed.asObservable();

  constructor(private readonly repository: QuestionnaireRepository) {}

  /** At once, if it was found before: the way of every answer goes through here. */
  known(versionId: string): PublishedVersion | null {
    return this.versions.get(versionId) ?? null;
  }

  /** @param versionId must be a UUID */
  async find(versionId: string): Promise<PublishedVersion | null> {
    return this.known(versionId) ?? this.remember(await this.repository.findVersion(versionId));
  }

  /** Newest version of a questionnaire; null while it was never published. */
  async newest(questionnaireId: string): Promise<PublishedVersion | null> {
    return this.remember(await this.repository.newestVersion(questionnaireId));
  }

  async newestBySlug(slug: string): Promise<PublishedVersion | null> {
    return this.remember(await this.repository.newestVersionBySlug(slug));
  }

  /** Called by the use cases that change the state, after their commit. */
  stateChanged(questionnaireId: string, state: 'open' | 'closed'): void {
    this.liveState(questionnaireId, state).current = state;
    this.changed.next();
  }

  private remember(stored: StoredVersion | null): PublishedVersion | null {
    if (stored === null) return null;
    const { id, questionnaireId } = stored.version;
    const known = this.versions.get(id);
    if (known !== undefined) return known;
    // A state that is known already is newer than the row just read.
    const version = new PublishedVersion(stored, this.liveState(questionnaireId, stored.state));
    this.versions.set(id, version);
    return version;
  }

  private liveState(questionnaireId: string, state: 'open' | 'closed'): LiveState {
    const live = this.states.get(questionnaireId) ?? { current: state };
    this.states.set(questionnaireId, live);
    return live;
  }
}

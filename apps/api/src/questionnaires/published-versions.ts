import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import { PublishedSeries } from './published-series.js';
import { type LiveState, PublishedVersion } from './published-version.js';
import { QuestionnaireRepository, type StoredVersion } from './questionnaire.repository.js';

/** Published versions as other slices use them. Each is read and compiled once; there is one process per database. */
@Injectable()
export class PublishedVersions {
  private readonly versions = new Map<string, PublishedVersion>();
  private readonly states = new Map<string, LiveState>();
  /** By the id of their newest version. */
  private readonly allSeries = new Map<string, PublishedSeries>();
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

  /** All versions of a questionnaire as one; null while it was never published. */
  async series(questionnaireId: string): Promise<PublishedSeries | null> {
    const listed = await this.repository.versions(questionnaireId);
    const [newest] = listed;
    if (newest === undefined) return null;
    const known = this.allSeries.get(newest.id);
    if (known !== undefined) return known;
    const versions = await Promise.all([...listed].reverse().map(({ id }) => this.find(id)));
    const made = this.allSeries.get(newest.id) ?? new PublishedSeries(versions.filter((version) => version !== null));
    this.allSeries.set(newest.id, made);
    return made;
  }

  /** The series that ends with this version, if somebody has asked for it. */
  knownSeries(newestVersionId: string): PublishedSeries | null {
    return this.allSeries.get(newestVersionId) ?? null;
  }

  /** Every known series a version is part of: it may have been the newest once. */
  knownSeriesWith(versionId: string): readonly PublishedSeries[] {
    return [...this.allSeries.values()].filter(({ versions }) => versions.some(({ id }) => id === versionId));
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

import type { AnswerCode, Codebook, DistrictId, QuestionnaireDraft } from '@stadtteilstimme/domain';
import { type MergedVersions, mergeVersions } from '@stadtteilstimme/questionnaire';
import type { PublishedVersion } from './published-version.js';

/**
 * All versions of a questionnaire read as one, by item and code: what reports count and exports write. A questionnaire
 * with one version is that version; nothing is recoded then.
 */
export class PublishedSeries {
  /** Gives names, texts, sampling design and focus. */
  readonly newest: PublishedVersion;
  /** Of the newest version; with more than one, the merged one: its positions are its own. */
  readonly codebook: Codebook;
  /** Draft of the newest version with every Stadtteil any version asked in. */
  readonly draft: QuestionnaireDraft;
  readonly districtIds: ReadonlySet<DistrictId>;
  /** Pages of every version, the newest last, with the question names of the codebook. */
  readonly survey: Record<string, unknown>;
  /** Variables that were read under different wordings or options. */
  readonly limited: readonly string[];
  private readonly merged: MergedVersions | null;

  /** @param versions oldest first, at least one */
  constructor(readonly versions: readonly PublishedVersion[]) {
    const newest = versions.at(-1);
    if (newest === undefined) throw new RangeError('A series needs a version.');
    this.newest = newest;
    this.merged = versions.length === 1 ? null : mergeVersions(versions.map((version) => ({ ...version.content, languages: languageCodes(version), wave: waveOf(version) })));
    this.codebook = this.merged?.codebook ?? newest.content.codebook;
    this.districtIds = new Set(versions.flatMap((version) => [...version.districtIds]));
    this.draft = { ...newest.draft, districtIds: [...this.districtIds] };
    this.limited = this.merged?.limited ?? [];
    this.survey = this.merged === null ? newest.content.survey : { pages: versions.flatMap((version) => this.pagesOf(version)) };
  }

  /** The vector of one version's answer as a vector of the codebook; what the version did not ask is "not shown". */
  recode(versionId: string, vector: Uint8Array): Uint8Array {
    const version = this.versions.find((candidate) => candidate.id === versionId);
    if (version === undefined) throw new RangeError('The answer belongs to no version of this series.');
    const recode = this.merged?.recoders.get(waveOf(version));
    return recode === undefined ? vector : recode(vector);
  }

  /** Versions that have this variable of the codebook, oldest first. */
  versionsWith(variable: string): readonly PublishedVersion[] {
    if (this.merged === null) return this.versions;
    return this.versions.filter((version) => [...(this.merged?.variables.get(waveOf(version))?.values() ?? [])].includes(variable));
  }

  /** Codes that one version offered of a variable of the codebook, in its order; empty where it did not ask it. */
  codesOffered(version: PublishedVersion, variable: string): readonly AnswerCode[] {
    const names = this.merged?.variables.get(waveOf(version));
    const own = version.content.codebook.variables.find(({ name }) => (names === undefined ? name : names.get(name)) === variable);
    return own?.codes.map(({ code }) => code) ?? [];
  }

  /** Question of the codebook → the key its answers have in one version; a question the version did not ask is missing. */
  answerKeys(version: PublishedVersion): ReadonlyMap<string, string> {
    const names = this.merged?.variables.get(waveOf(version));
    const questions = new Map(this.codebook.variables.map(({ name, question }) => [name, question]));
    return new Map(
      version.content.codebook.variables.flatMap(({ name, question }) => {
        const merged = questions.get(names?.get(name) ?? name);
        return merged === undefined ? [] : [[merged, question] as const];
      }),
    );
  }

  private pagesOf(version: PublishedVersion): readonly unknown[] {
    const names = new Map([...this.answerKeys(version)].map(([merged, own]) => [own, merged]));
    return objectsIn(version.content.survey['pages']).map((page) => ({
      ...page,
      elements: objectsIn(page['elements']).map((element) => ({ ...element, name: names.get(String(element['name'])) ?? element['name'] })),
    }));
  }
}

/** Sorted as text, the order of time. */
function waveOf({ number }: PublishedVersion): string {
  return `v${String(number).padStart(4, '0')}`;
}

function languageCodes({ content }: PublishedVersion): readonly string[] {
  return content.languages.map(({ code }) => code);
}

function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null) : [];
}

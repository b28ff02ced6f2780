import { codedVariables, NOT_ANSWERED, NOT_SHOWN } from '@stadtteilstimme/domain';
import type { AnswerCode, Codebook } from '@stadtteilstimme/domain';
import { compareVersions } from './compare-versions.js';
import { mergedCodebook } from './merged-codebook.js';
import type { MergedColumn } from './merged-codebook.js';
import type { PublishedVersion } from './published-version.js';
import { codeKey } from './variable-structure.js';

/** A version or wave that goes into a merge. */
export interface MergedVersionInput extends PublishedVersion {
  /** Unique; sorted as text it gives the order of time, for example `2026-1`. The newest names and labels are kept. */
  readonly wave: string;
}

/** Something a version could not have been answered with: its respondents are no part of the base. */
export interface NotOffered {
  readonly wave: string;
  /** Merged variable. */
  readonly variable: string;
  /** One option of a single choice; null = the version does not have the variable at all. */
  readonly code: AnswerCode | null;
}

/** A variable whose series breaks: its versions stand side by side under names of their own. */
export interface KeptApart {
  readonly identity: string;
  readonly variables: readonly { readonly name: string; readonly waves: readonly string[] }[];
}

export interface MergedVersions {
  /** One variable per identity and structure. Positions are its own: read merged vectors with this codebook only. */
  readonly codebook: Codebook;
  /** Wave → variable of that wave → merged variable. */
  readonly variables: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /**
   * Wave → function from that wave's coded vector to the merged one. What a wave did not offer becomes 255 (not shown),
   * never 0 (not answered). Throws a RangeError for a vector that does not belong to the wave.
   */
  readonly recoders: ReadonlyMap<string, (vector: Uint8Array) => Uint8Array>;
  readonly notOffered: readonly NotOffered[];
  readonly keptApart: readonly KeptApart[];
  /** Merged variables read under different wordings or options: to be marked wherever their numbers are shown. */
  readonly limited: readonly string[];
}

/** Marks a byte that is no position of the variable; positions end at 250. */
const UNKNOWN = 251;

/**
 * Prepares the merging of answers of several versions or waves: by item identity and code, never by position or label.
 * Codes of one identity are joined; where the measurement differs (`break`) variables stay apart. The order in which
 * versions are given changes nothing.
 * @throws {RangeError} when two versions have the same wave, or a merged variable would need more than 250 codes.
 */
export function mergeVersions(given: readonly MergedVersionInput[]): MergedVersions {
  const versions = [...given].sort((a, b) => (a.wave < b.wave ? -1 : 1));
  if (new Set(versions.map(({ wave }) => wave)).size < versions.length) throw new RangeError('Two versions have the same wave.');
  const { codebook, columns } = mergedCodebook(versions);
  return {
    codebook,
    variables: new Map(versions.map(({ wave }) => [wave, namesOf(wave, columns)])),
    recoders: new Map(versions.map((version) => [version.wave, recoder(version, codebook, columns)])),
    notOffered: notOffered(versions, columns),
    keptApart: keptApart(columns),
    limited: limitedVariables(versions, columns),
  };
}

function namesOf(wave: string, columns: readonly MergedColumn[]): ReadonlyMap<string, string> {
  return new Map(
    columns.flatMap((column) => {
      const source = column.sources.get(wave);
      return source ? [[source.name, column.variable.name] as const] : [];
    }),
  );
}

function recoder({ wave, codebook }: MergedVersionInput, merged: Codebook, columns: readonly MergedColumn[]): (vector: Uint8Array) => Uint8Array {
  const indexes = new Map(codedVariables(codebook).map((variable, index) => [variable.name, index]));
  const sourceColumns = new Map(columns.map((column) => [column.variable.name, column.sources.get(wave)]));
  const coded = codedVariables(merged);
  const sources = new Int32Array(coded.length).fill(-1);
  const tables = new Uint8Array(coded.length * 256).fill(UNKNOWN);
  coded.forEach((variable, at) => {
    tables[at * 256 + NOT_ANSWERED] = NOT_ANSWERED;
    tables[at * 256 + NOT_SHOWN] = NOT_SHOWN;
    const source = sourceColumns.get(variable.name);
    if (!source) return;
    sources[at] = indexes.get(source.name) ?? -1;
    const positions = new Map(variable.codes.map(({ code, position }) => [codeKey(code), position]));
    for (const { code, position } of source.codes) tables[at * 256 + position] = positions.get(codeKey(code)) ?? UNKNOWN;
  });
  const length = indexes.size;
  return (vector) => {
    if (vector.length !== length) throw new RangeError(`The vector has ${vector.length} bytes, wave ${wave} has ${length} coded variables.`);
    const recoded = new Uint8Array(sources.length);
    for (let at = 0; at < sources.length; at += 1) {
      const source = sources[at] ?? -1;
      const byte = source < 0 ? NOT_SHOWN : (tables[at * 256 + (vector[source] ?? 0)] ?? UNKNOWN);
      if (byte === UNKNOWN) throw new RangeError(`Position ${vector[source] ?? 0} is not in the codebook of wave ${wave}.`);
      recoded[at] = byte;
    }
    return recoded;
  };
}

function notOffered(versions: readonly MergedVersionInput[], columns: readonly MergedColumn[]): readonly NotOffered[] {
  return columns.flatMap(({ variable, sources }) =>
    versions.flatMap(({ wave }): readonly NotOffered[] => {
      const source = sources.get(wave);
      if (!source) return [{ wave, variable: variable.name, code: null }];
      const known = new Set(source.codes.map(({ code }) => codeKey(code)));
      return variable.codes.filter(({ code }) => !known.has(codeKey(code))).map(({ code }) => ({ wave, variable: variable.name, code }));
    }),
  );
}

function keptApart(columns: readonly MergedColumn[]): readonly KeptApart[] {
  const byIdentity = new Map<string, MergedColumn[]>();
  for (const column of columns) byIdentity.set(column.identity, [...(byIdentity.get(column.identity) ?? []), column]);
  return [...byIdentity]
    .filter(([, apart]) => apart.length > 1)
    .map(([identity, apart]) => ({ identity, variables: apart.map(({ variable, sources }) => ({ name: variable.name, waves: [...sources.keys()].sort() })) }));
}

function limitedVariables(versions: readonly MergedVersionInput[], columns: readonly MergedColumn[]): readonly string[] {
  const limited = new Set<string>();
  versions.forEach((later, index) => {
    for (const earlier of versions.slice(0, index)) {
      const compared = new Map(
        compareVersions(earlier, later).items.flatMap((item) => item.variables.map((entry) => [JSON.stringify([entry.before, entry.after]), entry.comparability] as const)),
      );
      for (const { variable, sources } of columns) {
        const key = JSON.stringify([sources.get(earlier.wave)?.name, sources.get(later.wave)?.name]);
        if (compared.get(key) === 'limited') limited.add(variable.name);
      }
    }
  });
  return columns.map(({ variable }) => variable.name).filter((name) => limited.has(name));
}

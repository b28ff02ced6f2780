import type { CollectionMode } from '@stadtteilstimme/domain';
import type { AnswerTableInput, LeadColumn, TableCode } from './table-column.js';
import { exportWords } from './export-words.js';

const ELSEWHERE = 'elsewhere';
const UNKNOWN = 'unknown';
const MODES: readonly CollectionMode[] = ['online', 'tablet', 'paper', 'interview', 'interpreter'];

/** The columns about the answer as a whole: what it counts for, how and in which week it came. */
export function leadColumns({ language, synthetic, districtNames, targetGroupNames }: AnswerTableInput): readonly LeadColumn[] {
  const words = exportWords(language);
  const listed = (list: Iterable<readonly [string, string]>): readonly TableCode[] => Array.from(list, ([code, label]) => ({ code, label, missing: null }));
  const column = (name: string, label: string, codes: readonly TableCode[], read: LeadColumn['read']): LeadColumn => ({
    kind: 'lead', name, label, questionTitle: null, measurement: 'nominal', variable: null, codes, numeric: false, read,
  });
  const mark: LeadColumn = {
    ...column('synthetic', words.synthetic, [{ code: 1, label: words.syntheticYes, missing: null }], () => 1),
    numeric: true,
  };
  const districts = listed([...districtNames, [ELSEWHERE, words.elsewhere], [UNKNOWN, words.unknown]]);
  return [
    ...(synthetic ? [mark] : []),
    column('district_row', words.districtRow, districts, ({ districtId, elsewhere }) => districtId ?? (elsewhere ? ELSEWHERE : UNKNOWN)),
    column('target_group', words.targetGroup, listed(targetGroupNames), ({ targetGroup }) => targetGroup),
    column('mode', words.mode, listed(MODES.map((mode) => [mode, words.modes[mode]])), ({ mode }) => mode),
    { ...column('week', words.week, [], ({ week }) => week), measurement: 'text' },
  ];
}

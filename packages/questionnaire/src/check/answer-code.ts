import type { Variable } from '@stadtteilstimme/domain';

/** The code of an option as it stands in the answers. */
export function answerCode(option: NonNullable<Variable['option']>): string | number {
  return option.numeric === true ? Number(option.code) : option.code;
}

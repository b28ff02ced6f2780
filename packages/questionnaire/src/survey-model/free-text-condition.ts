import type { AnswerCode } from '@stadtteilstimme/domain';

/** Key under which survey-core keeps the text that goes with a choice. */
export function commentKeyOf(question: string): string {
  return `${question}-Comment`;
}

/**
 * When the free text of an option is shown: its question is shown and the option is chosen.
 * @param visibleIf condition of the question, null = always shown
 */
export function freeTextVisibleIf(question: string, multiple: boolean, option: AnswerCode, visibleIf: string | null): string {
  const operator = multiple ? 'contains' : '=';
  const chosen = `{${question}} ${operator} '${String(option).replaceAll("'", "\\'")}'`;
  return visibleIf === null ? chosen : `(${visibleIf}) and ${chosen}`;
}

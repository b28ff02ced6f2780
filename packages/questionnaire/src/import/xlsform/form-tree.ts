import type { ReportBuilder } from '../import-report.js';
import type { FormRow } from './form-sheets.js';
import { formType, type AskingType } from './form-types.js';

export interface FormQuestion {
  readonly kind: 'question';
  readonly row: FormRow;
  readonly type: AskingType;
}

export interface FormGroup {
  readonly kind: 'group';
  /** The row that begins it. */
  readonly row: FormRow;
  readonly children: readonly (FormQuestion | FormGroup)[];
}

/** Groups deeper than anybody reads are flattened into the last level. */
const MAX_DEPTH = 10;

interface OpenGroup {
  readonly children: (FormQuestion | FormGroup)[];
  readonly isRepeat: boolean;
}

const NO_ROW: FormRow = { place: 'survey', value: () => '', texts: () => new Map() };

/**
 * Puts the rows of the survey sheet into their groups. Repeats and everything in them, types that are not asked here, and
 * rows that fit nothing are reported and left out; a group without an end ends with the sheet.
 */
export function formTree(rows: readonly FormRow[], report: ReportBuilder): { readonly root: FormGroup; readonly questions: number } {
  const children: (FormQuestion | FormGroup)[] = [];
  const open: OpenGroup[] = [{ children, isRepeat: false }];
  let repeats = 0;
  let questions = 0;
  for (const row of rows) {
    const cell = row.value('type');
    if (cell === '') {
      const label = [...row.texts('label').values()].find((text) => text.trim() !== '') ?? '';
      const was = row.value('name') || label;
      if (was !== '') report.leftOut(row.place, 'row-not-understood', { was });
      continue;
    }
    const type = formType(cell);
    if (type.kind === 'begin-group' || type.kind === 'begin-repeat') {
      const isRepeat = type.kind === 'begin-repeat';
      if (isRepeat || repeats > 0) report.leftOut(row.place, 'repeat-not-offered', { type: cell });
      repeats += isRepeat ? 1 : 0;
      if (open.length > MAX_DEPTH && repeats === 0) reportFlattened(row, report);
      open.push(openGroup(row, open, isRepeat, repeats > 0));
    } else if (type.kind === 'end-group' || type.kind === 'end-repeat') {
      const isRepeat = type.kind === 'end-repeat';
      if (open.length < 2 || open.at(-1)?.isRepeat !== isRepeat) report.leftOut(row.place, 'row-not-understood', { was: cell });
      else {
        open.pop();
        repeats -= isRepeat ? 1 : 0;
      }
    } else if (repeats > 0) report.leftOut(row.place, 'repeat-not-offered', { type: cell, was: row.value('name') });
    else if (type.kind === 'left-out') report.leftOut(row.place, type.reason, { type: cell, was: cell });
    else {
      questions += 1;
      open.at(-1)?.children.push({ kind: 'question', row, type });
    }
  }
  return { root: { kind: 'group', row: NO_ROW, children }, questions };
}

function reportFlattened(row: FormRow, report: ReportBuilder): void {
  report.leftOut(row.place, 'row-not-understood', { was: row.value('name') });
  if (row.value('relevant') !== '') report.leftOut(row.place, 'condition-not-understood', { type: 'relevant', was: row.value('relevant') });
}

function openGroup(row: FormRow, open: readonly OpenGroup[], isRepeat: boolean, isInRepeat: boolean): OpenGroup {
  const parent = open.at(-1);
  if (isInRepeat || parent === undefined) return { children: [], isRepeat };
  if (open.length > MAX_DEPTH) return { children: parent.children, isRepeat };
  const children: (FormQuestion | FormGroup)[] = [];
  parent.children.push({ kind: 'group', row, children });
  return { children, isRepeat };
}

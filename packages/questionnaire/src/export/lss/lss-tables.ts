import { element, text } from '../xml/write-xml.js';
import type { Xml } from '../xml/write-xml.js';

export type LssRow = Readonly<Record<string, string | number>>;

/** Tables of a survey file that have texts or structure, in the order LimeSurvey writes them. */
export const LSS_TABLES = [
  'answers',
  'answer_l10ns',
  'groups',
  'group_l10ns',
  'questions',
  'subquestions',
  'question_l10ns',
  'question_attributes',
  'surveys',
  'surveys_languagesettings',
] as const;
export type LssTable = (typeof LSS_TABLES)[number];

/** Collects the rows of a survey file and numbers what needs a number. */
export class LssTables {
  private readonly rows = new Map<LssTable, LssRow[]>(LSS_TABLES.map((table) => [table, []]));
  private readonly numbers = new Map<string, number>();

  /** The next number of a kind, counted from 1. */
  next(kind: 'gid' | 'qid' | 'aid' | 'text'): number {
    const number = (this.numbers.get(kind) ?? 0) + 1;
    this.numbers.set(kind, number);
    return number;
  }

  add(table: LssTable, row: LssRow): void {
    this.rows.get(table)?.push(row);
  }

  /** Tables without rows are left out, as LimeSurvey does. */
  xml(): readonly Xml[] {
    return [...this.rows].flatMap(([table, rows]) => {
      const [first] = rows;
      if (!first) return [];
      const fields = element('fields', {}, ...Object.keys(first).map((name) => element('fieldname', {}, text(name))));
      return [element(table, {}, fields, element('rows', {}, ...rows.map((row) => element('row', {}, ...cells(row)))))];
    });
  }
}

function cells(row: LssRow): readonly Xml[] {
  return Object.entries(row).map(([name, value]) => element(name, {}, text(String(value))));
}

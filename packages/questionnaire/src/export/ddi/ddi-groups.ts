import type { LanguageCode, LocalizedText, Variable } from '@stadtteilstimme/domain';
import type { TableColumn } from '../table/table-column.js';
import { element } from '../xml/write-xml.js';
import type { Xml } from '../xml/write-xml.js';
import { inLanguages, variableId } from './ddi-variable.js';

/** DDI's words: one question with several answers; several questions under one, each with its own answer. */
type GroupType = 'multipleResp' | 'grid';

interface Group {
  readonly name: string;
  readonly type: GroupType;
  readonly labels: LocalizedText;
  /** IDs of its variables. */
  readonly members: readonly string[];
}

/**
 * The `varGrp` of a table; DDI wants all of them before the first `var`. Ticks of one choice are a multiple response. A grid
 * are rows of a matrix, ranks of a ranking (each option has exactly one) and the halves of a pair, which share a statement.
 */
export function ddiGroups(columns: readonly TableColumn[], wordings: ReadonlyMap<string, LocalizedText>, languages: readonly LanguageCode[]): readonly Xml[] {
  return [...questionGroups(columns, wordings), ...pairGroups(columns)].map(({ name, type, labels, members }, index) =>
    element('varGrp', { ID: `G${index + 1}`, type, var: members.join(' '), name }, ...inLanguages('labl', labels, languages, { level: 'varGrp' })),
  );
}

function questionGroups(columns: readonly TableColumn[], wordings: ReadonlyMap<string, LocalizedText>): readonly Group[] {
  const byQuestion = new Map<string, { readonly type: GroupType; readonly members: string[] }>();
  columns.forEach(({ variable }, index) => {
    const isTick = variable?.part === 'option';
    if (!variable || (!isTick && variable.part !== 'rank' && variable.row === undefined)) return;
    const group = byQuestion.get(variable.question) ?? { type: isTick ? 'multipleResp' : 'grid', members: [] };
    group.members.push(variableId(index));
    byQuestion.set(variable.question, group);
  });
  return [...byQuestion].map(([name, group]) => ({ ...group, name, labels: wordings.get(name) ?? {} }));
}

/** Items that are asked exactly twice, as things are and as they should be. */
function pairGroups(columns: readonly TableColumn[]): readonly Group[] {
  const byItem = new Map<string, { readonly id: string; readonly variable: Variable }[]>();
  columns.forEach(({ variable }, index) => {
    if (!variable || variable.itemId === null || variable.row !== undefined || (variable.part !== 'bestand' && variable.part !== 'bedarf')) return;
    byItem.set(variable.itemId, [...(byItem.get(variable.itemId) ?? []), { id: variableId(index), variable }]);
  });
  return [...byItem].flatMap(([name, halves]) => {
    const [one, other] = halves;
    if (halves.length !== 2 || !one || !other || one.variable.part === other.variable.part) return [];
    return [{ name, type: 'grid', labels: sharedTexts(one.variable.labels, other.variable.labels), members: [one.id, other.id] } as const];
  });
}

function sharedTexts(one: LocalizedText, other: LocalizedText): LocalizedText {
  return Object.fromEntries(Object.entries(one).filter(([language, words]) => other[language] === words));
}

import type { LocalizedText } from '@stadtteilstimme/domain';
import { codedChoices, newCodes, type CodedChoice } from '../legal-codes.js';
import { flag, textProperty, type ElementJson } from '../survey-parts.js';
import { answerCodes, isCountable, reportRowConditions } from './lss-choice-elements.js';
import { attributeTexts, choicesJson, headOf, isNumeric, requirement, type LssContext } from './lss-context.js';

/** Rows with one scale: a matrix. */
export function arrayElement(context: LssContext): readonly ElementJson[] {
  const { question, name } = context;
  const rows = rowsOf(context);
  const columns = rows === null ? null : answerCodes(context, question.answers, 0, false);
  if (rows === null || columns === null) return [];
  for (const { foreign, code } of rows) {
    context.means(`${question.code}_${foreign}`, { kind: 'row', question: name, row: String(code), numeric: isNumeric(columns), codes: newCodes(columns) });
  }
  const required = requirement(context);
  return [{
    type: 'matrix',
    name,
    ...headOf(context),
    ...required,
    ...flag('eachRowRequired', required['isRequired'] === true),
    columns: choicesJson(columns),
    rows: choicesJson(rows),
  }];
}

function rowsOf(context: LssContext): readonly CodedChoice<LocalizedText>[] | null {
  const { question, texts, report } = context;
  const own = question.subquestions.filter(({ scale }) => scale === 0);
  if (!isCountable(context, own.length)) return null;
  reportRowConditions(context);
  const rows = own.map(({ code, texts: label }) => ({ code, data: texts.label(label, `${question.code}_${code}`, code) }));
  return codedChoices(rows, question.code, report, { rows: true });
}

/**
 * A dual scale array: every row becomes one of our pairs, the statement above two questions. Scale 1 is taken for Bestand,
 * scale 2 for Bedarf; the report asks to check that.
 */
export function pairElements(context: LssContext): readonly ElementJson[] {
  const { question, name, texts, report } = context;
  const rows = rowsOf(context);
  const scales = rows === null ? [] : [0, 1].map((scale) => answerCodes(context, question.answers, scale, false));
  const [first, second] = scales;
  if (rows === null || first === undefined || first === null || second === undefined || second === null) return [];
  report.changed(question.code, 'pair-from-dual-scale', { type: question.type });
  const required = requirement(context);
  const header = (letter: 'A' | 'B'): LocalizedText => texts.plain(attributeTexts(context, `dualscale_header${letter}`), question.code);
  const pairs = rows.map(({ foreign, code, data }): ElementJson => {
    const itemId = context.claim(`${question.code}_${code}`);
    const half = (part: 'bestand' | 'bedarf', index: 0 | 1, choices: readonly CodedChoice<LocalizedText>[]): ElementJson => {
      const half = context.claim(`${itemId}_${part}`);
      context.means(`${question.code}_${foreign}_${index}`, { kind: 'answer', question: half, numeric: isNumeric(choices), codes: newCodes(choices) });
      const title = header(index === 0 ? 'A' : 'B');
      return {
        type: 'radiogroup',
        name: half,
        ...textProperty('title', Object.keys(title).length > 0 ? title : data),
        ...required,
        kind: 'pair',
        part,
        itemId,
        scaleId: `${name}_${index + 1}`,
        choices: choicesJson(choices),
      };
    };
    return { type: 'panel', name: itemId, title: data, kind: 'pair', itemId, elements: [half('bestand', 0, first), half('bedarf', 1, second)] };
  });
  return [{ type: 'panel', name, ...headOf(context), elements: pairs }];
}

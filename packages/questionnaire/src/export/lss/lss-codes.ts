/** Longest question and subquestion code (LimeSurvey manual: "Question code"), and longest answer code. */
export const QUESTION_CODE_LENGTH = 20;
export const ANSWER_CODE_LENGTH = 5;

/** Whole numbers as people write them; a list of only such codes is read back as numbers. */
const WHOLE = /^(0|-?[1-9]\d{0,8})$/;

/** Codes of questions: a letter, then letters and digits; unique without regard to case, which databases ignore. */
export function questionCodes(names: readonly string[]): ReadonlyMap<string, string> {
  return uniqueCodes(names, /^[A-Za-z][A-Za-z0-9]*$/, QUESTION_CODE_LENGTH, 'Q');
}

/** Codes of the answers of one question; `-` and other signs are not allowed. */
export function answerCodes(values: readonly string[]): ReadonlyMap<string, string> {
  return uniqueCodes(values, /^[A-Za-z0-9]+$/, ANSWER_CODE_LENGTH, 'A');
}

/** Codes of the rows or ticks of one question. */
export function subquestionCodes(values: readonly string[]): ReadonlyMap<string, string> {
  return uniqueCodes(values, /^[A-Za-z0-9]+$/, QUESTION_CODE_LENGTH, 'SQ');
}

/** Values whose kind (number or text) is another when the file is read back. */
export function changesKind(values: readonly (string | number)[], codes: ReadonlyMap<string, string>): readonly (string | number)[] {
  const written = values.map((value) => codes.get(String(value)) ?? '');
  const areNumbers = written.length > 0 && written.every((code) => WHOLE.test(code));
  return values.filter((value) => (typeof value === 'number') !== areNumbers);
}

/** What is legal stays; everything else gets the next free code, which never is one that stays. */
function uniqueCodes(values: readonly string[], legal: RegExp, length: number, prefix: string): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const codes = new Map<string, string>();
  for (const value of values) {
    if (!legal.test(value) || value.length > length || taken.has(value.toLowerCase())) continue;
    codes.set(value, value);
    taken.add(value.toLowerCase());
  }
  for (const value of values) {
    if (codes.has(value)) continue;
    const code = freeCode(value, { legal, length, prefix, taken });
    codes.set(value, code);
    taken.add(code.toLowerCase());
  }
  return codes;
}

function freeCode(value: string, { legal, length, prefix, taken }: { readonly legal: RegExp; readonly length: number; readonly prefix: string; readonly taken: ReadonlySet<string> }): string {
  // What is left of the value without signs is easier to recognise than a number.
  const stripped = value.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, length);
  if (legal.test(stripped) && !taken.has(stripped.toLowerCase())) return stripped;
  for (let n = 1; ; n += 1) {
    const code = `${prefix}${n}`;
    if (!taken.has(code.toLowerCase())) return code;
  }
}

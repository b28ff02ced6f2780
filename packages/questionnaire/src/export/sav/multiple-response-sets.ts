import { oneLine } from '../table/one-line.js';
import { cutUtf8Visibly } from './cut-utf8.js';
import type { NamedVariable } from './named-variable.js';
import { LONGEST_VARIABLE_LABEL } from './sav-variable.js';

/** Of the 64 bytes of a name one is the `$`; the rest leaves room for a number behind. */
const NAME_LENGTH = 58;
const TICKED = '1';

/**
 * Multiple-response sets of a dictionary ("PSPP Developers Guide", Multiple Response Sets Records, subtype 7): the ticks of one
 * question as a set that counts 1, so that SPSS tabulates people and not single ticks. "Don't know" and "prefer not to say"
 * stay outside, as in our own tables: who ticked only these is no part of the base. A set needs two ticks.
 * @returns empty when no question has two
 */
export function multipleResponseSets(variables: readonly NamedVariable[]): string {
  const byQuestion = new Map<string, NamedVariable[]>();
  for (const named of variables) {
    const origin = named.variable.column.variable;
    if (origin?.part === 'option' && origin.option?.missing === null) byQuestion.set(origin.question, [...(byQuestion.get(origin.question) ?? []), named]);
  }
  const claim = setNames();
  return [...byQuestion].flatMap(([question, ticks]) => (ticks.length < 2 ? [] : [`${setLine(claim(question), question, ticks)}\n`])).join('');
}

/** `$name=D1 1 5 label a b`: type and counted value with their length, label with its length in bytes, eight-byte names in lower case. */
function setLine(name: string, question: string, ticks: readonly NamedVariable[]): string {
  const label = cutUtf8Visibly(oneLine(ticks[0]?.variable.column.questionTitle ?? question), LONGEST_VARIABLE_LABEL);
  const members = ticks.map(({ segments }) => (segments[0]?.shortName ?? '').toLowerCase());
  return `$${name}=D${TICKED.length} ${TICKED} ${new TextEncoder().encode(label).length} ${label} ${members.join(' ')}`;
}

/** Legal names for sets, told apart without regard to case: a letter, then letters, digits and `_`. */
function setNames(): (question: string) => string {
  const taken = new Set<string>();
  return (question) => {
    const plain = question.replaceAll(/[^A-Za-z0-9_]/g, '_').slice(0, NAME_LENGTH);
    const base = /^[A-Za-z]/.test(plain) ? plain : `Q_${plain}`.slice(0, NAME_LENGTH);
    let name = base;
    for (let turn = 2; taken.has(name.toLowerCase()); turn += 1) name = `${base}_${turn}`;
    taken.add(name.toLowerCase());
    return name;
  };
}

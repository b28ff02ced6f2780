import { highest, lowest } from '../../codebook/value-rules.js';
import { answerCount, type ElementJson } from '../survey-parts.js';
import { numberIn, recordsIn, saysNothing } from './survey-json-values.js';
import type { SurveyContext } from './survey-context.js';

/** Limits that validators of a question set; null = none. */
export interface ValidatorLimits {
  readonly min: number | null;
  readonly max: number | null;
  readonly maxLength: number | null;
  readonly minCount: number | null;
  readonly maxCount: number | null;
}

/** What we read of each kind of validator. */
const READ: Readonly<Record<string, readonly string[] | undefined>> = {
  numeric: ['minValue', 'maxValue'],
  text: ['maxLength'],
  answercount: ['minCount', 'maxCount'],
};

/** The strictest limits of the validators of one kind; every other validator, and what else they say, is reported. */
export function validatorLimits({ json, place, report }: SurveyContext, allowed: 'numeric' | 'text' | 'answercount' | null): ValidatorLimits {
  let limits: ValidatorLimits = { min: null, max: null, maxLength: null, minCount: null, maxCount: null };
  for (const validator of recordsIn(json['validators'])) {
    const type = String(validator['type'] ?? '').replace(/validator$/, '');
    const read = type === allowed ? (READ[type] ?? []) : [];
    const unread = Object.entries(validator).filter(([name, value]) => !['type', 'text', ...read].includes(name) && !saysNothing(value) && value !== 0);
    if (type !== allowed || unread.length > 0) report.leftOut(place, 'rule-not-understood', { type: 'validators', was: ruleWords(type, unread) });
    if (type !== allowed) continue;
    if (!saysNothing(validator['text'])) report.leftOut(place, 'setting-not-offered', { was: `validators.text (${type})` });
    limits = {
      min: highest(limits.min, numberIn(validator['minValue'])),
      max: lowest(limits.max, numberIn(validator['maxValue'])),
      maxLength: lowest(limits.maxLength, positive(validator['maxLength'])),
      minCount: highest(limits.minCount, positive(validator['minCount'])),
      maxCount: lowest(limits.maxCount, positive(validator['maxCount'])),
    };
  }
  return limits;
}

/** `regex: regex = ^[0-9]+$`, what the rule said without the format's brackets. */
function ruleWords(type: string, properties: readonly (readonly [string, unknown])[]): string {
  const said = properties.map(([name, value]) => `${name} = ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return said.length === 0 ? type : `${type}: ${said.join(', ')}`;
}

function positive(value: unknown): number | null {
  const number = numberIn(value);
  return number !== null && number >= 1 ? Math.floor(number) : null;
}

/** Properties that say how many answers may be ticked, where survey-core has them. */
export const TICK_LIMITS = ['minSelectedChoices', 'maxSelectedChoices'] as const;

/**
 * How many answers may be ticked. A limit of the question and one of a validator stay apart: the question's least number
 * demands an answer, the validator's applies only when there is one.
 * @param own whether survey-core counts by the question's own properties (it does not for pictures)
 */
export function tickLimits(context: SurveyContext, own: boolean): ElementJson {
  const { json } = context;
  const { minCount, maxCount } = validatorLimits(context, 'answercount');
  const stated = TICK_LIMITS.flatMap((name) => {
    const count = own ? positive(json[name]) : null;
    return count === null ? [] : [[name, count] as const];
  });
  return { ...Object.fromEntries(stated), ...answerCount(minCount, maxCount) };
}

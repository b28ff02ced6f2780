import type { LocalizedText } from '@stadtteilstimme/domain';
import type { ConditionSource } from '../condition/condition.js';
import type { ForeignTexts, ImportedTexts } from '../imported-texts.js';
import type { LanguageMap } from '../language-codes.js';
import type { CodedChoice } from '../legal-codes.js';
import type { ReportBuilder } from '../import-report.js';
import { flag, textProperty, type ChoiceJson, type ElementJson } from '../survey-parts.js';
import type { LssQuestion } from './lss-survey.js';

/** What turning one question into elements needs and leaves behind. */
export interface LssContext {
  readonly question: LssQuestion;
  /** Name of the question in the new questionnaire. */
  readonly name: string;
  readonly texts: ImportedTexts;
  readonly languages: LanguageMap;
  /** The file's own language, as the file calls it. */
  readonly baseLanguage: string;
  readonly report: ReportBuilder;
  /** A legal name for a further question that comes out of this one. */
  readonly claim: (wanted: string) => string;
  /** Says what a foreign code means in conditions. */
  readonly means: (code: string, source: ConditionSource) => void;
}

/** Title and help text of the question. */
export function headOf({ question, texts, name }: LssContext): ElementJson {
  return { ...textProperty('title', texts.label(question.texts, question.code, name)), ...textProperty('description', texts.plain(question.help, question.code)) };
}

/** One attribute without a language; empty when it is not set. */
export function attributeOf({ attributes }: LssQuestion, name: string): string {
  const values = attributes.get(name);
  return values?.get('') ?? [...(values?.values() ?? [])][0] ?? '';
}

/** One attribute that is a text; what states no language is in the base language. */
export function attributeTexts({ question, baseLanguage }: LssContext, name: string): ForeignTexts {
  const texts = question.attributes.get(name) ?? new Map<string, string>();
  return new Map([...texts].filter(([language, text]) => language !== '' || text !== '').map(([language, text]) => [language || baseLanguage, text]));
}

/** A choice list as SurveyJS has it. */
export function choicesJson(coded: readonly CodedChoice<LocalizedText>[], exclusive: ReadonlySet<string> = new Set()): readonly ChoiceJson[] {
  return coded.map(({ foreign, code, data }) => ({ value: code, text: data, ...(exclusive.has(foreign) ? { isExclusive: true as const } : {}) }));
}

/** All codes are numbers, so conditions compare numbers. */
export function isNumeric(coded: readonly CodedChoice<unknown>[]): boolean {
  return coded.length > 0 && coded.every(({ code }) => typeof code === 'number');
}

/** `isRequired` where LimeSurvey says mandatory; its "soft" kind only warns and is reported. */
export function requirement({ question, report }: LssContext): ElementJson {
  if (question.mandatory === 'S') report.leftOut(`${question.code}.mandatory`, 'setting-not-offered', { was: 'mandatory = S (soft)' });
  return flag('isRequired', question.mandatory === 'Y');
}

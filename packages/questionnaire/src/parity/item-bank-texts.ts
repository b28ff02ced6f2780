import type { ChoiceOption, ItemBank, LanguageCode, LocalizedText, Wording, Wordings, WordingState } from '@stadtteilstimme/domain';
import { helpTexts, wordingTexts } from '../chosen-texts.js';
import type { TranslatableText } from './translatable-text.js';

/**
 * Every text of an item bank, in its order, with the state of its wordings: items and questions about the person with
 * help and options, scales, consent paragraphs and screen texts. Keys: `items.P-1.text`, `items.P-1.help`,
 * `items.M-1.options.sport`, `scales.AGREE.points.1`, `consent.who`, `interface.next`.
 */
export function itemBankTexts(itemBank: ItemBank): readonly TranslatableText[] {
  return [
    ...itemBank.items.flatMap((item) => [
      ...wordingEntries(`items.${item.id}`, { de: `Frage ${item.id}`, en: `Item ${item.id}` }, item.wordings),
      ...optionEntries(`items.${item.id}`, `Frage ${item.id}`, `Item ${item.id}`, item.choice?.options ?? []),
    ]),
    ...itemBank.scales.flatMap((scale) => [
      ...(scale.prompt ? [labelEntry(`scales.${scale.id}.prompt`, `Skala ${scale.id}, Frage`, `Scale ${scale.id}, prompt`, scale.prompt)] : []),
      ...[...scale.points, ...scale.missing].map((point) =>
        labelEntry(`scales.${scale.id}.points.${point.code}`, `Skala ${scale.id}, Stufe ${point.code}`, `Scale ${scale.id}, point ${point.code}`, point.labels),
      ),
    ]),
    ...itemBank.demographics.flatMap((demographic) => [
      ...wordingEntries(`demographics.${demographic.id}`, { de: `Angabe zur Person ${demographic.id}`, en: `About the person: ${demographic.id}` }, demographic.wordings),
      ...optionEntries(`demographics.${demographic.id}`, `Angabe zur Person ${demographic.id}`, `About the person: ${demographic.id}`, demographic.options),
    ]),
    ...itemBank.consent.map((block) => ({ ...labelEntry(`consent.${block.id}`, `Einwilligung ${block.id}`, `Consent ${block.id}`, block.texts), format: 'icu' as const })),
    ...Object.entries(itemBank.interfaceTexts).map(([key, texts]) => ({
      ...labelEntry(`interface.${key}`, `Bildschirmtext ${key}`, `Screen text ${key}`, texts),
      format: 'icu' as const,
    })),
  ];
}

/** A text to put into an item bank. */
export interface WordingUpdate {
  readonly text: string;
  /** Only the wordings of items and questions about the person have a state of their own. */
  readonly state: WordingState;
}

/**
 * A copy of the item bank with the given texts of one language in place (keys as in `itemBankTexts`). A wording takes
 * the less advanced state of its text and its help; an empty help is removed.
 * @throws {RangeError} when a key is not a text of this item bank: nothing is written then.
 */
export function withItemBankTexts(itemBank: ItemBank, language: LanguageCode, updates: ReadonlyMap<string, WordingUpdate>): ItemBank {
  const known = new Set(itemBankTexts(itemBank).map(({ key }) => key));
  for (const key of updates.keys()) {
    // The help of a wording is a text of its own once there is one: it may be added.
    if (!known.has(key) && !known.has(key.replace(/\.help$/, '.text'))) throw new RangeError(`The item bank has no text "${key}".`);
  }
  const labelled = (key: string, texts: LocalizedText): LocalizedText => {
    const update = updates.get(key);
    return update ? { ...texts, [language]: update.text } : texts;
  };
  const options = <T extends ChoiceOption>(key: string, entries: readonly T[]): readonly T[] =>
    entries.map((option) => ({ ...option, labels: labelled(`${key}.options.${option.code}`, option.labels) }));
  return {
    ...itemBank,
    items: itemBank.items.map((item) => ({
      ...item,
      wordings: updatedWordings(`items.${item.id}`, item.wordings, language, updates),
      choice: item.choice && { ...item.choice, options: options(`items.${item.id}`, item.choice.options) },
    })),
    scales: itemBank.scales.map((scale) => ({
      ...scale,
      prompt: scale.prompt && labelled(`scales.${scale.id}.prompt`, scale.prompt),
      points: scale.points.map((point) => ({ ...point, labels: labelled(`scales.${scale.id}.points.${point.code}`, point.labels) })),
      missing: scale.missing.map((point) => ({ ...point, labels: labelled(`scales.${scale.id}.points.${point.code}`, point.labels) })),
    })),
    demographics: itemBank.demographics.map((demographic) => ({
      ...demographic,
      wordings: updatedWordings(`demographics.${demographic.id}`, demographic.wordings, language, updates),
      options: options(`demographics.${demographic.id}`, demographic.options),
    })),
    consent: itemBank.consent.map((block) => ({ ...block, texts: labelled(`consent.${block.id}`, block.texts) })),
    interfaceTexts: Object.fromEntries(Object.entries(itemBank.interfaceTexts).map(([key, texts]) => [key, labelled(`interface.${key}`, texts)])),
  };
}

function wordingEntries(key: string, place: LocalizedText, wordings: Wordings): readonly TranslatableText[] {
  const states = Object.fromEntries(Object.entries(wordings).map(([language, wording]) => [language, wording.state]));
  const helps = Object.fromEntries(Object.entries(helpTexts(wordings)).filter(([, help]) => help !== ''));
  const entry = { key: `${key}.text`, place, format: 'plain' as const, texts: wordingTexts(wordings), states };
  if (Object.keys(helps).length === 0) return [entry];
  const helpPlace = { de: `${place['de'] ?? ''}, Erläuterung`, en: `${place['en'] ?? ''}, help` };
  return [entry, { ...entry, key: `${key}.help`, place: helpPlace, texts: helps }];
}

function optionEntries(key: string, german: string, english: string, options: readonly ChoiceOption[]): readonly TranslatableText[] {
  return options.map((option) =>
    labelEntry(`${key}.options.${option.code}`, `${german}, Antwort ${option.code}`, `${english}, option ${option.code}`, option.labels),
  );
}

function labelEntry(key: string, german: string, english: string, texts: LocalizedText): TranslatableText {
  return { key, place: { de: german, en: english }, format: 'plain', texts, states: {} };
}

/** From least to most advanced: what a person has confirmed counts more than what a machine or an author wrote. */
const STATE_ORDER: readonly WordingState[] = ['machine', 'draft', 'draft-simple', 'reviewed', 'approved-by-test-group'];

function updatedWordings(key: string, wordings: Wordings, language: LanguageCode, updates: ReadonlyMap<string, WordingUpdate>): Wordings {
  const text = updates.get(`${key}.text`);
  const help = updates.get(`${key}.help`);
  if (!text && !help) return wordings;
  const held: Wording | undefined = Object.hasOwn(wordings, language) ? wordings[language] : undefined;
  const states = [text?.state, help?.state].filter((state) => state !== undefined);
  const state = STATE_ORDER.find((candidate) => states.includes(candidate)) ?? held?.state ?? 'draft';
  const helpText = help ? help.text : (held?.help ?? '');
  return { ...wordings, [language]: { text: text ? text.text : (held?.text ?? ''), ...(helpText === '' ? {} : { help: helpText }), state } };
}

import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';

type FixedAnswer = 'yes' | 'no' | 'uncertain' | 'increase' | 'same' | 'decrease' | 'female' | 'male' | 'comment';

/**
 * Texts of answers that LimeSurvey builds in and therefore does not write into its files. Languages without a text here get
 * none: a missing translation shows in the readiness check, a wrong one would not.
 */
const TEXTS: Readonly<Record<FixedAnswer, LocalizedText>> = {
  yes: { de: 'Ja', 'de-simple': 'Ja', en: 'Yes', ar: 'نعم', fa: 'بله', ku: 'Erê', uk: 'Так', ru: 'Да', tr: 'Evet', pl: 'Tak' },
  no: { de: 'Nein', 'de-simple': 'Nein', en: 'No', ar: 'لا', fa: 'خیر', ku: 'Na', uk: 'Ні', ru: 'Нет', tr: 'Hayır', pl: 'Nie' },
  uncertain: { de: 'Unsicher', 'de-simple': 'Ich bin nicht sicher', en: 'Uncertain', uk: 'Не знаю напевно', ru: 'Не уверен(а)', tr: 'Emin değilim', pl: 'Nie wiem' },
  increase: { de: 'Zunahme', 'de-simple': 'mehr', en: 'Increase', ru: 'Увеличилось', tr: 'Artış', pl: 'Wzrost' },
  same: { de: 'Gleich', 'de-simple': 'gleich', en: 'Same', ru: 'Без изменений', tr: 'Aynı', pl: 'Bez zmian' },
  decrease: { de: 'Abnahme', 'de-simple': 'weniger', en: 'Decrease', ru: 'Уменьшилось', tr: 'Azalış', pl: 'Spadek' },
  female: { de: 'Weiblich', 'de-simple': 'Frau', en: 'Female', uk: 'Жіноча', ru: 'Женский', tr: 'Kadın', pl: 'Kobieta' },
  male: { de: 'Männlich', 'de-simple': 'Mann', en: 'Male', uk: 'Чоловіча', ru: 'Мужской', tr: 'Erkek', pl: 'Mężczyzna' },
  comment: { de: 'Ihr Kommentar', 'de-simple': 'Ihr Kommentar', en: 'Your comment', ar: 'تعليقك', fa: 'نظر شما', uk: 'Ваш коментар', ru: 'Ваш комментарий', tr: 'Yorumunuz', pl: 'Komentarz' },
};

/** Code and text of one built-in answer. */
export interface BuiltInAnswer {
  readonly code: string;
  readonly text: (languages: readonly LanguageCode[]) => LocalizedText;
}

const built = (code: string, key: FixedAnswer): BuiltInAnswer => ({ code, text: (languages) => known(TEXTS[key], languages) });
const points = (count: number): readonly BuiltInAnswer[] =>
  Array.from({ length: count }, (_, index) => ({
    code: String(index + 1),
    text: (languages) => Object.fromEntries(languages.map((language) => [language, String(index + 1)])),
  }));

/** LimeSurvey's types whose answers are built in, with the codes LimeSurvey stores for them. */
export const FIXED_ANSWERS: Readonly<Record<string, readonly BuiltInAnswer[]>> = {
  Y: [built('Y', 'yes'), built('N', 'no')],
  G: [built('F', 'female'), built('M', 'male')],
  C: [built('Y', 'yes'), built('U', 'uncertain'), built('N', 'no')],
  E: [built('I', 'increase'), built('S', 'same'), built('D', 'decrease')],
  '5': points(5),
  A: points(5),
  B: points(10),
};

/** Heading of the comment field that LimeSurvey shows beside a list. */
export function commentTitle(languages: readonly LanguageCode[]): LocalizedText {
  return known(TEXTS.comment, languages);
}

function known(texts: LocalizedText, languages: readonly LanguageCode[]): LocalizedText {
  const found = languages.flatMap((language): [LanguageCode, string][] => {
    const text = Object.hasOwn(texts, language) ? texts[language] : undefined;
    return text === undefined ? [] : [[language, text]];
  });
  // In a language nobody has written yet the answer still needs a text to be seen at all.
  return found.length > 0 ? Object.fromEntries(found) : { [languages[0] ?? 'de']: texts['en'] ?? '' };
}

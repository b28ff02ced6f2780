/** Terms of a codebook as staff read them in sentences about changes. */
const TERMS: Readonly<Record<'de' | 'en', Readonly<Record<string, string>>>> = {
  de: {
    single: 'Einfachauswahl', multiple: 'Mehrfachauswahl', ranking: 'Rangfolge', matrix: 'Matrix', number: 'Zahl', date: 'Datum', text: 'Freitext',
    nominal: 'ohne Reihenfolge', ordinal: 'geordnet', scale: 'metrisch', whole: 'ganze Zahlen', exclusive: 'schließt andere aus', always: 'immer Pflicht', reversed: 'umgekehrt',
    'dont-know': 'weiß nicht', 'prefer-not': 'möchte nicht antworten', bestand: 'Bestand', bedarf: 'Bedarf', choice: 'Auswahl', demographic: 'Angabe zur Person',
  },
  en: {
    single: 'one choice', multiple: 'multiple choice', text: 'free text', nominal: 'without order', ordinal: 'ordered', scale: 'metric', whole: 'whole numbers',
    exclusive: 'excludes others', always: 'always required', 'dont-know': 'don’t know', 'prefer-not': 'prefer not to say', bestand: 'Bestand (present state)', bedarf: 'Bedarf (need)',
    demographic: 'about the person',
  },
};

/** Texts of a question: what they are called; those of a list entry are followed by its code. */
const FIELDS: Readonly<Record<'de' | 'en', Readonly<Record<string, string>>>> = {
  de: {
    title: 'Fragetext', description: 'Hilfetext', 'page.title': 'Seitentitel', 'page.description': 'Hilfetext der Seite', 'panel.title': 'Titel der Gruppe', 'panel.description': 'Hilfetext der Gruppe',
    label: 'Bezeichnung', choices: 'Antwort', rateValues: 'Stufe', rows: 'Zeile', columns: 'Spalte', items: 'Feld',
  },
  en: {
    title: 'question text', description: 'help text', 'page.title': 'page title', 'page.description': 'help text of the page', 'panel.title': 'title of the group', 'panel.description': 'help text of the group',
    label: 'label', choices: 'answer', rateValues: 'point', rows: 'row', columns: 'column', items: 'field',
  },
};

const SEPARATOR = ' · ';

/** Terms joined by ` · `, or in brackets behind a code, in words; anything else stays as it is. */
export function termInWords(terms: string, language: 'de' | 'en'): string {
  const word = (term: string): string => (Object.hasOwn(TERMS[language], term) ? (TERMS[language][term] ?? term) : term);
  return terms.split(SEPARATOR).map(word).join(SEPARATOR).replaceAll(/(?<= \()(?:dont-know|prefer-not)(?=\))/g, word);
}

/** `question · choices.sport.text` as `question · Antwort sport`; a place that is not about a text stays as it is. */
export function placeInWords(place: string, language: 'de' | 'en'): string {
  const at = place.lastIndexOf(SEPARATOR);
  return at < 0 ? place : `${place.slice(0, at)}${SEPARATOR}${partInWords(place, language)}`;
}

/** What of its question a place is about: `Antwort sport` of `question · choices.sport.text`; empty = the whole question. */
export function partInWords(place: string, language: 'de' | 'en'): string {
  const at = place.lastIndexOf(SEPARATOR);
  if (at < 0) return '';
  const field = place.slice(at + SEPARATOR.length);
  const words = FIELDS[language];
  const listed = /^([a-zA-Z]+)\.(.+?)(?:\.(text|imageLink))?$/.exec(field);
  const [, list = '', entry = '', property = ''] = listed ?? [];
  const code = property === 'imageLink' ? `${entry} (${language === 'de' ? 'Bild' : 'picture'})` : entry;
  const said = Object.hasOwn(words, field) ? words[field] : listed !== null && Object.hasOwn(words, list) ? `${words[list] ?? ''} ${code}` : field;
  return said ?? field;
}

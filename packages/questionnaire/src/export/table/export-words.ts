import type { CollectionMode, LanguageCode } from '@stadtteilstimme/domain';

/** Words of the files themselves, for staff: German first, English second. Other label languages get the German ones. */
const WORDS = {
  de: {
    notAnswered: 'nicht beantwortet',
    notShown: 'nicht gezeigt',
    beforeSpss: 'vor dem 15.10.1582, in SPSS nicht darstellbar',
    elsewhere: 'außerhalb oder stadtweit',
    unknown: 'keine Angabe',
    synthetic: 'Beispieldaten, keine echten Antworten',
    syntheticYes: 'Beispieldaten',
    districtRow: 'Stadtteil, dem die Antwort zugeordnet ist',
    targetGroup: 'Zielgruppe des Fragebogens',
    mode: 'Erhebungsweg',
    week: 'Kalenderwoche (ISO 8601) der Antwort',
    modes: { online: 'Online', tablet: 'Tablet vor Ort', paper: 'Papierbogen', interview: 'Interview', interpreter: 'Interview mit Sprachmittlung' },
    missing: { 'not-answered': 'nicht beantwortet', 'not-shown': 'nicht gezeigt', 'dont-know': 'weiß nicht', 'prefer-not': 'möchte nicht antworten' },
    parts: {
      bestand: 'Bestand', bedarf: 'Bedarf', choice: 'Auswahl', option: 'Mehrfachauswahl, ein Häkchen', rank: 'Rang einer Option',
      number: 'Zahl', date: 'Datum', text: 'Freitext', demographic: 'Angabe zur Person',
    },
    levels: { nominal: 'nominal', ordinal: 'ordinal', scale: 'metrisch', date: 'Datum', text: 'Text' },
    codebook: ['Variable', 'Bezeichnung', 'Frage', 'Art', 'Messniveau', 'Code', 'Bedeutung', 'Fehlender Wert', 'Kriterium', 'Handlungsfeld', 'Gezeigt, wenn'],
    sheets: { codes: 'Codes', labels: 'Antworten', codebook: 'Codebuch' },
    cut: (length: number) => ` … [gekürzt, ${length} Zeichen]`,
    scripts: {
      r: [
        'Liest die CSV-Datei (Variante "plain", Codes) in R ein; nur Basis-R ab Version 4, UTF-8.',
        'answers: Faktoren mit Beschriftungen (geordnet, wo die Skala es ist), Zahlen, Datumsangaben, Texte; NA, wo kein Urteil vorliegt.',
        'missing_reasons: gleiche Form; nennt zu jedem NA den Grund (nicht beantwortet, nicht gezeigt, weiß nicht, möchte nicht antworten).',
        'Zeitangaben: nur ISO-Kalenderwochen und Kalendertage, keine Uhrzeiten.',
      ],
      stata: [
        'Liest die CSV-Datei (Variante "plain", Codes) in Stata ein; ab Version 16, UTF-8.',
        'Fehlende Werte: .a nicht beantwortet, .b nicht gezeigt, .c weiß nicht, .d möchte nicht antworten; Texte behalten -9 und -8.',
        'Zeitangaben: nur ISO-Kalenderwochen und Kalendertage, keine Uhrzeiten.',
      ],
    },
    notes: {
      time: 'Zeitangaben: nur ISO-Kalenderwochen und Kalendertage, keine Uhrzeiten; Kalenderwoche in der Zeitzone der Stadt bei Eingang der Antwort.',
      missing: 'Vier Arten fehlender Werte: nicht beantwortet, nicht gezeigt, weiß nicht, möchte nicht antworten. Freitext zu einer Option ist leer, wenn nichts geschrieben wurde.',
      order: 'Eine Zeile je Antwort in zufälliger Reihenfolge, ohne Kennung; Spalten in der Reihenfolge des Codebuchs.',
      cut: (name: string, count: number) => `${name}: ${count} Texte waren länger, als Excel je Zelle erlaubt (32.767 Zeichen), und sind am Ende gekennzeichnet gekürzt. CSV enthält sie ganz.`,
    },
  },
  en: {
    notAnswered: 'not answered',
    notShown: 'not shown',
    beforeSpss: 'before 15 October 1582, SPSS cannot show it',
    elsewhere: 'outside or city-wide',
    unknown: 'not stated',
    synthetic: 'Example data, no real answers',
    syntheticYes: 'example data',
    districtRow: 'District the answer counts for',
    targetGroup: 'Target group of the questionnaire',
    mode: 'Mode of collection',
    week: 'Calendar week (ISO 8601) of the answer',
    modes: { online: 'Online', tablet: 'Tablet on site', paper: 'Paper form', interview: 'Interview', interpreter: 'Interview with interpreter' },
    missing: { 'not-answered': 'not answered', 'not-shown': 'not shown', 'dont-know': 'don’t know', 'prefer-not': 'prefer not to say' },
    parts: {
      bestand: 'Bestand (present state)', bedarf: 'Bedarf (need)', choice: 'choice', option: 'multiple choice, one tick', rank: 'rank of an option',
      number: 'number', date: 'date', text: 'free text', demographic: 'about the person',
    },
    levels: { nominal: 'nominal', ordinal: 'ordinal', scale: 'scale', date: 'date', text: 'text' },
    codebook: ['Variable', 'Label', 'Question', 'Kind', 'Measurement level', 'Code', 'Meaning', 'Missing value', 'Criterion', 'Field of action', 'Shown if'],
    sheets: { codes: 'Codes', labels: 'Answers', codebook: 'Codebook' },
    cut: (length: number) => ` … [cut, ${length} characters]`,
    scripts: {
      r: [
        'Reads the CSV file (variant "plain", codes) into R; base R 4 or later only, UTF-8.',
        'answers: factors with labels (ordered where the scale is), numbers, dates, texts; NA where there is no judgement.',
        'missing_reasons: the same shape; says for every NA why (not answered, not shown, don’t know, prefer not to say).',
        'Times: only ISO calendar weeks and calendar days, no time of day.',
      ],
      stata: [
        'Reads the CSV file (variant "plain", codes) into Stata; version 16 or later, UTF-8.',
        'Missing values: .a not answered, .b not shown, .c don’t know, .d prefer not to say; texts keep -9 and -8.',
        'Times: only ISO calendar weeks and calendar days, no time of day.',
      ],
    },
    notes: {
      time: 'Times: only ISO calendar weeks and calendar days, no time of day; the week is that of the city’s time zone when the answer arrived.',
      missing: 'Four kinds of missing values: not answered, not shown, don’t know, prefer not to say. The free text of an option is empty when nothing was written.',
      order: 'One row per answer in random order, without an id; columns in the order of the codebook.',
      cut: (name: string, count: number) => `${name}: ${count} texts were longer than Excel allows in a cell (32,767 characters) and are cut with a mark at their end. CSV has them whole.`,
    },
  },
} as const;

export type ExportWords = (typeof WORDS)['de' | 'en'];

/** What a collection mode is called in files and on the screens of staff: German first, English second. */
export function collectionModeName(mode: CollectionMode, language: LanguageCode): string {
  return exportWords(language).modes[mode];
}

/** The words of the files for a label language: English for `en` and its regions, else German. */
export function exportWords(language: LanguageCode): ExportWords {
  return WORDS[language === 'en' || language.startsWith('en-') ? 'en' : 'de'];
}

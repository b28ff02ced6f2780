/** What is said about a row of a translation file beside its placeholders. */
export const JUDGEMENT_SENTENCES = {
  'key-unknown': {
    level: 'problem',
    de: 'Diesen Schlüssel gibt es nicht (mehr). Zeile entfernen oder die Datei neu ausgeben.',
    en: 'This key does not exist (any more). Remove the row or export the file anew.',
  },
  'key-repeated': {
    level: 'problem',
    de: 'Dieser Schlüssel steht zweimal in der Datei. Eine der Zeilen entfernen.',
    en: 'This key stands twice in the file. Remove one of the rows.',
  },
  'language-differs': {
    level: 'problem',
    de: 'Die Datei ist für eine andere Sprache geschrieben als die gewählte.',
    en: 'The file is written for another language than the chosen one.',
  },
  'source-changed': {
    level: 'problem',
    de: 'Der deutsche Text hat sich geändert, seit diese Datei ausgegeben wurde. Die Datei neu ausgeben und die Übersetzung daran prüfen.',
    en: 'The source text changed since this file was written. Export the file anew and check the translation against it.',
  },
  'state-unknown': {
    level: 'problem',
    de: 'Diesen Stand gibt es nicht. Bitte einen aus der Liste wählen.',
    en: 'There is no such state. Please choose one of the list.',
  },
  'approval-not-taken': {
    level: 'hint',
    de: '„Von Prüfgruppe bestätigt“ kann keine Datei sagen; der Text gilt als geprüft. Die Bestätigung wird im Fragenkatalog eingetragen.',
    en: 'No file can say "approved by test group"; the text counts as reviewed. Approval is recorded in the item bank.',
  },
  'translation-partial': {
    level: 'hint',
    de: 'Nur ein Teil dieses Textes ist übersetzt. Er wird nicht übernommen; der heutige Text bleibt.',
    en: 'Only a part of this text is translated. It is not taken; the text of today stays.',
  },
  'same-as-source': {
    level: 'hint',
    de: 'Die Übersetzung ist wörtlich der Ausgangstext, wie ihn Übersetzungsprogramme an leere Stellen setzen. Sie wird nicht übernommen. Ist sie so gemeint, bitte den Stand auf „geprüft“ setzen.',
    en: 'The translation is the source text word for word, as translation programs put it into empty places. It is not taken. If it is meant so, please set the state to "reviewed".',
  },
  'state-lowered': {
    level: 'hint',
    de: 'Der Text war geprüft und gilt danach wieder als Entwurf.',
    en: 'The text was reviewed and counts as a draft again.',
  },
} as const;

export type JudgementCode = keyof typeof JUDGEMENT_SENTENCES;

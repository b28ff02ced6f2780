/**
 * Why something of a foreign questionnaire was taken, changed or left out. One sentence per reason for staff, German first;
 * `{was}`, `{now}` and `{detail}` are filled per entry.
 */
export const IMPORT_REASONS = {
  taken: { de: 'Übernommen.', en: 'Taken.' },

  'name-changed': {
    de: 'Der Name „{was}“ ist hier nicht zulässig oder schon vergeben und heißt jetzt „{now}“.',
    en: 'The name "{was}" is not allowed here or is already used; it is now "{now}".',
  },
  'code-changed': {
    de: 'Der Code „{was}“ ist hier nicht zulässig oder schon vergeben und lautet jetzt „{now}“.',
    en: 'The code "{was}" is not allowed here or is already used; it is now "{now}".',
  },
  'codes-fixed': {
    de: 'Diese Frageart hat feste Antworten. Sie stehen jetzt ausgeschrieben da, mit den Codes {detail}; bitte die Texte prüfen.',
    en: 'This type of question has fixed answers. They are now written out with the codes {detail}; please check the texts.',
  },
  'type-changed': {
    de: 'Die Frageart „{was}“ gibt es hier nicht; die Frage ist jetzt „{now}“.',
    en: 'The type "{was}" does not exist here; the question is now "{now}".',
  },
  'pictures-left-out': {
    de: 'Nicht jede Antwort hat ein Bild, das in der Datei liegt; die Frage zeigt jetzt nur die Texte.',
    en: 'Not every answer has a picture inside the file; the question now shows the texts only.',
  },
  'setting-changed': {
    de: 'Die Einstellung „{was}“ gibt es hier nicht; es gilt „{now}“.',
    en: 'The setting "{was}" does not exist here; "{now}" applies.',
  },
  'split-into-questions': {
    de: 'Daraus wurden {detail} einzelne Fragen unter einer gemeinsamen Überschrift.',
    en: 'This became {detail} single questions under one heading.',
  },
  'pair-from-dual-scale': {
    de: 'Aus jeder Zeile wurde ein Bestand/Bedarf-Paar: Skala 1 ist der Bestand, Skala 2 der Bedarf. Bitte prüfen, ob das gemeint ist.',
    en: 'Every row became a pair: scale 1 is Bestand (as it is today), scale 2 is Bedarf (how important). Please check that this is meant.',
  },
  'comment-as-question': {
    de: 'Das Kommentarfeld ist jetzt eine eigene Textfrage „{now}“.',
    en: 'The comment area is now a text question of its own, "{now}".',
  },
  'markup-removed': {
    de: 'Formatierungen (HTML) wurden entfernt; der Wortlaut ist geblieben.',
    en: 'Formatting (HTML) was removed; the wording stays.',
  },
  'markup-reduced': {
    de: 'Aus dem HTML blieb nur, was hier erlaubt ist. Entfallen: {detail}.',
    en: 'Of the HTML only what is allowed here was kept. Left out: {detail}.',
  },
  'text-missing': {
    de: 'Hier fehlt der Text; statt dessen steht der Code „{now}“.',
    en: 'The text is missing here; the code "{now}" stands instead.',
  },
  'text-cut': {
    de: 'Der Text war länger als {now} Zeichen und wurde dort abgeschnitten.',
    en: 'The text was longer than {now} characters and was cut there.',
  },
  'text-limit-set': {
    de: 'Die Antwort darf höchstens {now} Zeichen lang sein.',
    en: 'The answer may have at most {now} characters.',
  },
  'limit-changed': {
    de: 'Die Grenze „{was}“ ist hier {now}.',
    en: 'The limit "{was}" is {now} here.',
  },
  'limit-from-rule': {
    de: 'Die Prüfregel „{was}“ wurde zu festen Grenzen ({now}).',
    en: 'The rule "{was}" became fixed limits ({now}).',
  },
  'condition-translated': {
    de: 'Die Bedingung „{was}“ lautet jetzt „{now}“.',
    en: 'The condition "{was}" is now "{now}".',
  },
  'condition-while-shown': {
    de: 'Im Original gilt die Bedingung „{was}“ nur, solange „{now}“ gezeigt wird. Hier gilt sie auch, wenn „{now}“ verborgen ist; bitte prüfen.',
    en: 'In the original the condition "{was}" only holds while "{now}" is shown. Here it also holds while "{now}" is hidden; please check.',
  },
  'placeholder-translated': {
    de: 'Der Platzhalter „{was}“ im Text lautet jetzt „{now}“.',
    en: 'The placeholder "{was}" in the text is now "{now}".',
  },
  'language-changed': {
    de: 'Die Sprache „{was}“ wird hier als „{now}“ geführt.',
    en: 'The language "{was}" is kept as "{now}" here.',
  },
  'easy-language-changed': {
    de: 'Die Sprache „{was}“ wird hier als „{now}“ geführt. Leichte Sprache darf sie erst heißen, wenn eine Prüfgruppe sie bestätigt hat.',
    en: 'The language "{was}" is kept as "{now}" here. It may be called easy language only after a test group has confirmed it.',
  },
  'language-assumed': {
    de: 'Texte ohne Sprachangabe gelten als „{now}“.',
    en: 'Texts that do not state their language count as "{now}".',
  },
  'time-left-out': {
    de: 'Gefragt wird hier nur nach dem Datum; die Uhrzeit im Format „{was}“ fällt weg.',
    en: 'Only the date is asked here; the time of day in the format "{was}" is left out.',
  },
  'property-renamed': {
    de: 'Die Angabe „{was}“ heißt in der heutigen Fassung des Formats „{now}“.',
    en: 'The property "{was}" is called "{now}" in the present version of the format.',
  },

  'type-not-offered': {
    de: 'Die Frageart „{was}“ gibt es hier nicht.',
    en: 'The type "{was}" does not exist here.',
  },
  'file-not-offered': {
    de: 'Dateien, Bilder, Ton und Unterschriften werden nicht erhoben: Sie verraten, wer geantwortet hat.',
    en: 'Files, pictures, sound and signatures are not collected: they reveal who answered.',
  },
  'place-not-offered': {
    de: 'Standorte werden nicht erhoben: Sie verraten, wer geantwortet hat. Statt dessen nach dem Stadtteil fragen.',
    en: 'Positions are not collected: they reveal who answered. Ask for the district instead.',
  },
  'device-data-not-offered': {
    de: 'Angaben über Gerät, Person oder Zeitpunkt werden nicht erhoben.',
    en: 'Facts about device, person or time are not collected.',
  },
  'media-not-offered': {
    de: 'Bilder, Ton und Videos werden nicht mit übernommen.',
    en: 'Pictures, sound and videos are not taken over.',
  },
  'external-picture': {
    de: 'Das Bild liegt auf einem anderen Server; wer es lädt, wird dort sichtbar. Bitte hier neu hochladen.',
    en: 'The picture lies on another server, which would see everybody who loads it. Please upload it here.',
  },
  'repeat-not-offered': {
    de: 'Wiederholte Fragengruppen gibt es hier nicht; die Gruppe und ihre Fragen fallen weg.',
    en: 'Repeated groups do not exist here; the group and its questions are left out.',
  },
  'calculation-not-offered': {
    de: 'Berechnete und verborgene Werte werden nicht übernommen: Eine Antwort muss von einem Menschen kommen.',
    en: 'Computed and hidden values are not taken over: an answer has to come from a person.',
  },
  'question-hidden': {
    de: 'Die Frage ist im Original immer verborgen und fällt weg.',
    en: 'The question is always hidden in the original and is left out.',
  },
  'condition-not-understood': {
    de: 'Die Bedingung „{was}“ lässt sich nicht übertragen; ohne sie wird immer gezeigt. Bitte neu eingeben.',
    en: 'The condition "{was}" cannot be translated; without it this is always shown. Please enter it anew.',
  },
  'condition-without-source': {
    de: 'Die Bedingung „{was}“ bezieht sich auf etwas, das nicht übernommen wurde; ohne sie wird immer gezeigt.',
    en: 'The condition "{was}" refers to something that was not taken over; without it this is always shown.',
  },
  'rule-not-understood': {
    de: 'Die Prüfregel „{was}“ lässt sich nicht übertragen und gilt nicht mehr.',
    en: 'The rule "{was}" cannot be translated and no longer applies.',
  },
  'choice-filter-not-offered': {
    de: 'Antworten nach früheren Antworten zu filtern ist hier nicht möglich; es werden alle gezeigt.',
    en: 'Filtering answers by earlier answers is not possible here; all of them are shown.',
  },
  'choice-condition-not-offered': {
    de: 'Einzelne Antworten, Zeilen oder Teilfragen bedingt zu zeigen ist hier nicht möglich; sie werden immer gezeigt.',
    en: 'Showing single answers, rows or subquestions by a condition is not possible here; they are always shown.',
  },
  'answers-elsewhere': {
    de: 'Die Antworten stehen nicht in der Datei, sie kommen von einer anderen Stelle ({was}); die Frage fällt weg. Bitte mit Antworten neu anlegen.',
    en: 'The answers are not in the file, they come from elsewhere ({was}); the question is left out. Please enter it anew with its answers.',
  },
  'question-in-answer': {
    de: 'Fragen innerhalb einer Antwort gibt es hier nicht; „{was}“ fällt weg. Bitte als eigene Frage mit Bedingung anlegen.',
    en: 'Questions inside an answer do not exist here; "{was}" is left out. Please enter it as a question of its own with a condition.',
  },
  'choice-list-missing': {
    de: 'Die Antwortliste „{was}“ fehlt in der Datei; die Frage fällt weg.',
    en: 'The list of answers "{was}" is missing in the file; the question is left out.',
  },
  'no-answers': {
    de: 'Die Frage hat keine Antworten, Zeilen oder Teilfragen und fällt weg.',
    en: 'The question has no answers, rows or subquestions and is left out.',
  },
  'too-many-answers': {
    de: 'Die Frage hat mehr als 250 Antworten und fällt weg: Antworten zusammenfassen oder als Text fragen.',
    en: 'The question has more than 250 answers and is left out: merge answers or ask for a text.',
  },
  'no-content': {
    de: 'Ohne Fragen und ohne Text; fällt weg.',
    en: 'Without questions and without text; left out.',
  },
  'order-random': {
    de: 'Zufällige Reihenfolge wird nicht übernommen; es gilt die Reihenfolge der Datei.',
    en: 'Random order is not taken over; the order of the file applies.',
  },
  'default-not-offered': {
    de: 'Vorbelegte Antworten werden nicht übernommen: Eine Antwort muss von einem Menschen kommen.',
    en: 'Default answers are not taken over: an answer has to come from a person.',
  },
  'assessment-not-offered': {
    de: 'Bewertungspunkte ({was}) werden nicht übernommen; Kennzahlen rechnet die Auswertung aus den Codes.',
    en: 'Assessment values ({was}) are not taken over; the report computes figures from the codes.',
  },
  'quota-not-offered': {
    de: 'Quoten und Abbruchregeln werden nicht übernommen.',
    en: 'Quotas and rules that end the survey are not taken over.',
  },
  'setting-not-offered': {
    de: 'Die Einstellung „{was}“ gibt es hier nicht.',
    en: 'The setting "{was}" does not exist here.',
  },
  'settings-not-offered': {
    de: 'Einstellungen zu Betrieb, E-Mails, Zugang und Aussehen werden nicht übernommen.',
    en: 'Settings of operation, e-mails, access and looks are not taken over.',
  },
  'program-not-offered': {
    de: 'Programmteile werden nie übernommen.',
    en: 'Program code is never taken over.',
  },
  'placeholder-left-out': {
    de: 'Der Platzhalter „{was}“ im Text lässt sich nicht übertragen und wurde entfernt.',
    en: 'The placeholder "{was}" in the text cannot be translated and was removed.',
  },
  'comment-left-out': {
    de: 'Das Kommentarfeld fällt weg: Eine Frage mit „Sonstiges“ hat schon einen Text.',
    en: 'The comment area is left out: a question with "other" already has a text.',
  },
  'option-comment-left-out': {
    de: 'Freitexte an einzelnen Antworten werden nicht übernommen.',
    en: 'Free texts at single answers are not taken over.',
  },
  'language-left-out': {
    de: 'Die Texte in „{was}“ fallen weg, weil es die Sprache „{now}“ schon gibt.',
    en: 'The texts in "{was}" are left out because the language "{now}" already exists.',
  },
  'language-unknown': {
    de: 'Die Sprache „{was}“ hat kein bekanntes Kürzel; ihre Texte fallen weg. Überschrift bitte als „label::Deutsch (de)“ schreiben.',
    en: 'The language "{was}" has no known code; its texts are left out. Please write the heading as "label::Deutsch (de)".',
  },
  'list-unused': {
    de: 'Die Antwortliste „{was}“ wird von keiner übernommenen Frage benutzt und fällt weg.',
    en: 'The list of answers "{was}" is used by no question that was taken over and is left out.',
  },
  'privacy-notice-left-out': {
    de: 'Der Datenschutzhinweis wird nicht übernommen; hier steht vor jeder Befragung der Hinweis der Stadt. Bitte beide vergleichen.',
    en: 'The privacy notice is not taken over; the notice of the city stands before every survey here. Please compare the two.',
  },
  'language-not-listed': {
    de: 'Die Datei enthält Texte in „{was}“, führt diese Sprache aber nicht unter ihren Sprachen; die Texte fallen weg.',
    en: 'The file has texts in "{was}" but does not list that language; these texts are left out.',
  },
  'sheet-left-out': {
    de: 'Das Tabellenblatt „{was}“ wird nicht gelesen; was dort steht, fällt weg.',
    en: 'The sheet "{was}" is not read; what it holds is left out.',
  },
  'table-left-out': {
    de: 'Der Abschnitt „{was}“ der Datei wird nicht gelesen; was dort steht, fällt weg.',
    en: 'The section "{was}" of the file is not read; what it holds is left out.',
  },
  'entries-not-listed': {
    de: 'Der Bericht ist zu lang geworden: {was} weitere Einträge stehen nicht darin. Bitte die Datei in kleinere teilen.',
    en: 'The report became too long: {was} more entries are not in it. Please split the file.',
  },
  'row-not-understood': {
    de: 'Diese Zeile passt zu nichts anderem in der Datei und fällt weg.',
    en: 'This row fits nothing else in the file and is left out.',
  },
} as const;

export type ImportReasonCode = keyof typeof IMPORT_REASONS;

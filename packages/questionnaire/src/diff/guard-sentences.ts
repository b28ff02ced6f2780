import type { LocalizedText } from '@stadtteilstimme/domain';

/** What may not happen to a questionnaire that has been answered: why, and what to do instead. */
export const GUARD_SENTENCES = {
  'code-removed': {
    why: { de: 'Diese Antwort wurde schon gegeben oder konnte gegeben werden; ihr Code darf nicht entfallen.', en: 'This answer may have been given already; its code must stay.' },
    remedy: { de: 'Antwort beibehalten oder einen neuen Fragebogen anlegen.', en: 'Keep the option, or start a new questionnaire.' },
  },
  'code-reused': {
    why: { de: 'Dieser Code stand schon für eine andere Antwort; beide wären später nicht zu unterscheiden.', en: 'This code stood for another answer before; later nobody could tell them apart.' },
    remedy: { de: 'Der neuen Antwort einen neuen Code geben. Ist dasselbe gemeint, die Änderung des Wortlauts begründen.', en: 'Give the new option a new code. If the meaning is the same, give a reason for the change of wording.' },
  },
  'position-changed': {
    why: { de: 'Die Speicherstelle dieses Codes hat sich geändert oder gehörte schon einem anderen Code.', en: 'The stored position of this code changed, or belonged to another code before.' },
    remedy: { de: 'Speicherstellen der veröffentlichten Fassung fortschreiben.', en: 'Continue the positions of the published version.' },
  },
  'type-changed': {
    why: { de: 'Art, Messniveau oder Richtung der Frage haben sich geändert; alte Antworten wären falsch gelesen.', en: 'Type, measurement level or direction of the question changed; old answers would be read wrongly.' },
    remedy: { de: 'Für die geänderte Frage eine neue anlegen.', en: 'Add the changed question as a new one.' },
  },
  'scale-changed': {
    why: { de: 'Die Skala oder ihre Codes haben sich geändert.', en: 'The scale or its codes changed.' },
    remedy: { de: 'Die alte Skala behalten oder eine neue Frage mit der neuen Skala anlegen.', en: 'Keep the old scale, or add a new question with the new scale.' },
  },
  'option-role-changed': {
    why: { de: 'Die Antwort schließt andere anders aus als bisher oder zählt anders als fehlende Angabe.', en: 'The option excludes others, or counts as missing, in another way than before.' },
    remedy: { de: 'Rolle beibehalten oder eine neue Antwort mit neuem Code anlegen.', en: 'Keep the role, or add a new option with a new code.' },
  },
  'limit-changed': {
    why: { de: 'Wie viele Antworten gewählt werden dürfen, hat sich geändert.', en: 'The number of answers that may be chosen changed.' },
    remedy: { de: 'Grenze beibehalten oder eine neue Frage anlegen.', en: 'Keep the limit, or add a new question.' },
  },
  'base-changed': {
    why: { de: 'Die Frage würde anderen Personen gezeigt als bisher.', en: 'The question would be shown to other people than before.' },
    remedy: { de: 'Filter beibehalten oder eine neue Frage mit dem neuen Filter anlegen.', en: 'Keep the filter, or add a new question with the new filter.' },
  },
  'variable-reused': {
    why: { de: 'Dieser Variablenname stand schon für eine andere Frage.', en: 'This variable name stood for another question before.' },
    remedy: { de: 'Der neuen Frage einen anderen Namen geben.', en: 'Give the new question another name.' },
  },
  'variable-renamed': {
    why: { de: 'Die Variable hieß bisher anders; Ausgaben bekämen eine neue Spalte.', en: 'The variable had another name before; exports would get a new column.' },
    remedy: { de: 'Den bisherigen Namen behalten.', en: 'Keep the former name.' },
  },
  'language-dropped': {
    why: { de: 'Diese Sprache wurde bisher angeboten; wer begonnen hat, könnte nicht weiterlesen.', en: 'This language was offered before; people who have begun could not read on.' },
    remedy: { de: 'Sprache beibehalten.', en: 'Keep the language.' },
  },
  'wording-note-missing': {
    why: { de: 'Der Wortlaut hat sich geändert, ohne dass ein Grund festgehalten ist.', en: 'The wording changed and no reason is recorded.' },
    remedy: { de: 'Grund der Änderung eintragen; die Auswertung zeigt ihn bei der Reihe.', en: 'Record the reason; reports show it beside the series.' },
  },
} as const satisfies Record<string, { readonly why: LocalizedText; readonly remedy: LocalizedText }>;

export type GuardCode = keyof typeof GUARD_SENTENCES;

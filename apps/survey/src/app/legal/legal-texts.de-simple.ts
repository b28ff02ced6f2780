import type { LegalTexts } from './legal-text';
import { legalTexts as german } from './legal-texts.de';

export const legalTexts: LegalTexts = {
  imprint: {
    title: 'Impressum',
    sections: [
      { heading: 'Wer macht die Umfrage?', paragraphs: ['Diese Umfragen macht:\n{city}.'] },
      {
        heading: 'Das Programm',
        paragraphs: ['Das Programm heißt Stadtteilstimme.\nDas Programm ist frei.\nDas Programm läuft bei der Stadt.\nAndere Firmen sehen Ihre Antworten nicht.'],
      },
    ],
    missing: { heading: 'Die Stadt muss hier noch etwas schreiben', points: ['Adresse', 'E-Mail und Telefon', 'Name von der verantwortlichen Person'] },
  },
  privacy: {
    title: 'Datenschutz',
    sections: [
      {
        heading: 'Das speichern wir',
        paragraphs: ['Sie drücken auf „Absenden“.\nErst dann speichern wir etwas.\nDas speichern wir:'],
        points: ['Ihre Antworten', 'Ihren Stadtteil, wenn Sie ihn sagen', 'die Woche', 'eine Zufalls-Zahl', 'ob Sie am Tablet geantwortet haben', 'welcher Fragebogen es war'],
      },
      {
        heading: 'Das speichern wir nicht',
        paragraphs: [],
        points: ['Ihren Namen', 'Ihre Adresse', 'den Tag und die Uhrzeit', 'Angaben über Ihr Gerät', 'Ihre Sprache'],
      },
      {
        heading: 'Das ist auf Ihrem Gerät',
        paragraphs: [
          'Sie machen eine Pause?\nDann merkt sich Ihr Gerät die Antworten.\nNach dem Absenden sind die Antworten weg vom Gerät.\nSie können alles auf dem Gerät löschen.\nDer Knopf steht unten auf jeder Seite.',
        ],
      },
      {
        heading: 'Das zeigen wir',
        paragraphs: ['Wir zeigen nur Zahlen von vielen Menschen.\nZahlen von wenigen Menschen zeigen wir nicht.\nSo erkennt Sie niemand.'],
      },
      {
        heading: 'Sie wollen Ihre Antworten zurück?',
        paragraphs: ['Vor dem Absenden geht das immer.\nNach dem Absenden geht es nicht mehr.\nDenn wir wissen nicht: Welche Antworten sind von Ihnen?'],
      },
    ],
    missing: {
      heading: 'Die Stadt muss hier noch etwas schreiben',
      points: ['Wer ist verantwortlich?', 'Wer hilft bei Fragen zum Datenschutz?', 'Welches Gesetz gilt?', 'Wie lange bleiben die Antworten?', 'Wo können Sie sich beschweren?'],
    },
  },
  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    sections: [
      {
        heading: 'Das geht schon gut',
        paragraphs: ['Sie können alles mit der Tastatur machen.\nSie können die Schrift groß machen.\nDie Seiten passen auf kleine Handys.\nEin Programm prüft jede Seite.'],
      },
      {
        heading: 'Das geht noch nicht gut',
        paragraphs: [],
        points: [
          'Menschen mit Behinderung haben die Seiten noch nicht geprüft.',
          'Es gibt noch keine Videos in Gebärdensprache.',
          'Eine Prüfgruppe hat die einfachen Texte noch nicht gelesen.',
          'Das Gerät liest die Fragen noch nicht vor.',
        ],
      },
    ],
    missing: {
      heading: 'Die Stadt muss hier noch etwas schreiben',
      points: ['Wem sagen Sie: Hier ist eine Barriere?', 'Wer hilft bei Streit? (Schlichtungsstelle)', 'Von wann ist diese Erklärung?'],
    },
  },
  plain: german.plain,
};

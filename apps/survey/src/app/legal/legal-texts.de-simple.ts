import type { LegalTexts } from './legal-text';
import { legalTexts as german } from './legal-texts.de';

export const legalTexts: LegalTexts = {
  pages: {
    imprint: {
      title: 'Impressum',
      sections: [
        { heading: 'Wer macht die Umfrage?', paragraphs: ['Diese Umfragen macht:\n{city}.'], fields: ['provider', 'representative', 'providerContact', 'vatId'] },
        { heading: 'Haben Sie Fragen?', paragraphs: [], fields: ['contact', 'helpPhone'] },
        {
          heading: 'Das Programm',
          paragraphs: ['Das Programm heißt Stadtteilstimme.\nDas Programm ist frei.\nDas Programm läuft bei der Stadt.\nAndere Firmen sehen Ihre Antworten nicht.'],
        },
      ],
    },
    privacy: {
      title: 'Datenschutz',
      sections: [
        { heading: 'Wer ist verantwortlich?', paragraphs: [], fields: ['controller', 'dataProtectionOfficer', 'contact'] },
        {
          heading: 'Wozu ist das gut?',
          paragraphs: ['Jede Umfrage hat eine erste Seite.\nDort steht: Dafür ist die Umfrage.'],
          fields: ['legalBasis'],
        },
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
          heading: 'So lange speichern wir',
          paragraphs: [
            'Vielleicht schreiben Sie selbst einen Text.\nDas Programm löscht diesen Text.\nDas dauert nach dem Ende der Umfrage höchstens {months, plural, one {# Monat} other {# Monate}}.\nSteht auf der ersten Seite etwas anderes?\nDann gilt die erste Seite.',
            'Die anderen Antworten bleiben.\nNiemand weiß, von wem sie sind.',
          ],
        },
        {
          heading: 'Ihre Rechte',
          paragraphs: ['Sie können fragen: Was wissen Sie über mich?\nSie können sich auch beschweren.'],
          fields: ['supervisoryAuthority'],
        },
        {
          heading: 'Sie wollen Ihre Antworten zurück?',
          paragraphs: ['Vor dem Absenden geht das immer.\nNach dem Absenden geht es nicht mehr.\nDenn wir wissen nicht: Welche Antworten sind von Ihnen?'],
        },
      ],
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
        {
          heading: 'Etwas geht nicht?',
          paragraphs: ['Sagen Sie es uns.\nSie können auch eine andere Form bekommen.'],
          fields: ['barrierContact'],
        },
        {
          heading: 'Wir helfen Ihnen nicht?',
          paragraphs: ['Dann fragen Sie die Schlichtungs-Stelle.\nDas kostet nichts.'],
          fields: ['arbitrationBody', 'accessibilityStatementOn'],
        },
      ],
    },
    plain: german.pages.plain,
  },
  fieldLabels: {
    provider: 'Name und Adresse',
    representative: 'Diese Person ist verantwortlich',
    providerContact: 'E-Mail und Telefon',
    vatId: 'Steuer-Nummer',
    controller: 'Verantwortlich für den Daten-Schutz',
    dataProtectionOfficer: 'Hilfe bei Fragen zum Daten-Schutz',
    legalBasis: 'Dieses Gesetz gilt',
    supervisoryAuthority: 'Hier können Sie sich beschweren',
    contact: 'Fragen zur Umfrage',
    barrierContact: 'Hier ist eine Barriere? Sagen Sie es uns',
    arbitrationBody: 'Hilfe bei Streit: Schlichtungs-Stelle',
    helpPhone: 'Telefon für Fragen',
    accessibilityStatementOn: 'Diese Erklärung ist vom',
  },
  owed: 'Das muss die Stadt noch schreiben.',
  missing: 'Die Stadt muss hier noch etwas schreiben',
};

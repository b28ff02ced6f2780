import type { LegalTexts } from './legal-text';

export const legalTexts: LegalTexts = {
  pages: {
    imprint: {
      title: 'Impressum',
      sections: [
        { heading: 'Wer steht hinter dieser Umfrage?', paragraphs: ['Diese Umfragen führt durch: {city}.'], fields: ['provider', 'representative', 'providerContact', 'vatId'] },
        { heading: 'Fragen?', paragraphs: [], fields: ['contact', 'helpPhone'] },
        {
          heading: 'Die Software',
          paragraphs: [
            'Die Umfragen laufen mit der freien Software Stadtteilstimme (Lizenz EUPL-1.2). Sie läuft auf einem Server, den die Stadt bestimmt. Es werden keine Inhalte von anderen Anbietern nachgeladen.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Datenschutz',
      sections: [
        { heading: 'Wer ist verantwortlich?', paragraphs: [], fields: ['controller', 'dataProtectionOfficer', 'contact'] },
        {
          heading: 'Wozu und mit welchem Recht?',
          paragraphs: ['Wozu eine Umfrage dient, steht auf ihrer ersten Seite, vor der Einwilligung.'],
          fields: ['legalBasis'],
        },
        {
          heading: 'Was wird gespeichert, wenn Sie antworten?',
          paragraphs: ['Gespeichert wird erst, wenn Sie auf „Absenden“ drücken. Dann speichert die Software:'],
          points: [
            'Ihre Antworten auf die Fragen, die Ihnen gezeigt wurden',
            'welche Fassung des Fragebogens es war und an welche Zielgruppe er sich richtet',
            'den Stadtteil, wenn Sie ihn angegeben haben',
            'ob online oder an einem Tablet geantwortet wurde',
            'die Kalenderwoche, aber keinen Tag und keine Uhrzeit',
            'eine zufällige Nummer, damit dieselbe Antwort nicht zweimal zählt',
          ],
        },
        {
          heading: 'Was wird nicht gespeichert?',
          paragraphs: [],
          points: [
            'kein Name, keine Adresse, keine E-Mail-Adresse',
            'keine IP-Adresse und keine Angaben über Ihr Gerät',
            'nicht die Sprache, in der Sie den Fragebogen lesen, außer eine Frage fragt danach',
          ],
        },
        {
          heading: 'Was liegt auf Ihrem Gerät?',
          paragraphs: [
            'Angefangene Antworten bleiben im Speicher Ihres Browsers, damit Sie nach einer Pause weitermachen können. Nach dem Absenden werden sie dort gelöscht. Es bleibt nur ein Merker, dass gesendet wurde. Beides können Sie jederzeit löschen („Daten auf diesem Gerät löschen“ am Ende jeder Seite). Diese Seiten setzen keine Cookies und messen nicht, was Sie tun.',
          ],
        },
        {
          heading: 'Wer sieht die Antworten?',
          paragraphs: [
            'Ergebnisse werden nur zusammengefasst gezeigt. Zahlen über sehr wenige Menschen hält die Software zurück, auch dort, wo man sie sonst ausrechnen könnte. Einzelne Antworten dürfen nur Personen herunterladen, die sie auswerten. Auch dort steht kein Name.',
          ],
        },
        {
          heading: 'Wie lange wird gespeichert?',
          paragraphs: [
            'Selbst geschriebene Texte löscht die Software von selbst, spätestens {months, plural, one {# Monat} other {# Monate}} nach dem Ende einer Umfrage. War es beim Veröffentlichen einer Umfrage eine andere Frist, gilt die auf ihrer ersten Seite.',
            'Die anderen Antworten sind anonym. Sie bleiben, damit man spätere Umfragen mit ihnen vergleichen kann.',
          ],
        },
        {
          heading: 'Können Sie Ihre Antwort zurücknehmen?',
          paragraphs: [
            'Bis zum Absenden jederzeit: Löschen Sie einfach die Daten auf diesem Gerät. Danach kann Ihre Antwort nicht mehr gefunden werden, weil nichts sie mit Ihnen verbindet.',
          ],
        },
        {
          heading: 'Welche Rechte haben Sie?',
          paragraphs: [
            'Nach der Datenschutz-Grundverordnung können Sie Auskunft, Berichtigung, Löschung und Einschränkung verlangen, solange Angaben mit Ihnen verbunden sind. Außerdem können Sie sich bei der Aufsichtsbehörde beschweren.',
          ],
          fields: ['supervisoryAuthority'],
        },
        {
          heading: 'Besonders geschützte Angaben',
          paragraphs: [
            'Fragen zum Beispiel zur Gesundheit (Artikel 9 der Datenschutz-Grundverordnung) sehen Sie nur, wenn Sie dem am Anfang eigens zugestimmt haben. Sie können auch dann jede Frage auslassen.',
          ],
        },
      ],
    },
    accessibility: {
      title: 'Erklärung zur Barrierefreiheit',
      sections: [
        {
          heading: 'Wie barrierefrei sind diese Seiten?',
          paragraphs: [
            'Die Seiten sind nach den Regeln WCAG 2.2, Stufe AA, gebaut. Sie lassen sich allein mit der Tastatur bedienen, bis 200 Prozent vergrößern und auf schmalen Bildschirmen lesen. Sie folgen den Kontrasteinstellungen Ihres Geräts. Jede Seite wird mit einem Prüfprogramm (axe) geprüft.',
          ],
        },
        {
          heading: 'Was ist noch nicht barrierefrei?',
          paragraphs: [],
          points: [
            'Ein Prüfprogramm findet nur einen Teil der Barrieren. Eine Prüfung durch Menschen mit Behinderungen steht noch aus.',
            'Videos in Deutscher Gebärdensprache gibt es noch nicht.',
            'Die Texte in Einfacher Sprache hat noch keine Prüfgruppe gelesen. Darum heißen sie nicht „Leichte Sprache“.',
            'Übersetzungen sind erst geprüft, wenn der Hinweis „noch nicht von Fachleuten geprüft“ nicht mehr erscheint.',
            'Die Fragen werden noch nicht vorgelesen.',
          ],
        },
        {
          heading: 'Haben Sie eine Barriere gefunden?',
          paragraphs: ['Melden Sie sie bitte. Sie können auch nach den Gründen fragen und Inhalte in einer anderen Form verlangen.'],
          fields: ['barrierContact'],
        },
        {
          heading: 'Durchsetzungsverfahren',
          paragraphs: [
            'Bekommen Sie keine Antwort, die Ihnen hilft, können Sie sich an die Schlichtungsstelle wenden (§§ 9b und 9d des Niedersächsischen Behindertengleichstellungsgesetzes). Das kostet nichts.',
          ],
          fields: ['arbitrationBody', 'accessibilityStatementOn'],
        },
      ],
    },
    plain: {
      title: 'Diese Seiten in Einfacher Sprache',
      sections: [
        {
          heading: 'Worum geht es?',
          paragraphs: [
            'Die Stadt möchte wissen:\nWie leben die Menschen in den Stadtteilen?\nWas ist gut?\nWas fehlt?',
            'Darum gibt es Umfragen.\nEine Umfrage hat viele Fragen.\nSie können antworten.\nSie müssen nicht antworten.',
          ],
        },
        {
          heading: 'So machen Sie mit',
          paragraphs: [],
          points: [
            'Wählen Sie Ihre Sprache.',
            'Lesen Sie den Text auf der ersten Seite.',
            'Sind Sie einverstanden? Dann setzen Sie das Häkchen.',
            'Drücken Sie auf „Umfrage starten“.',
            'Auf jeder Seite steht eine Frage.',
            'Drücken Sie auf Ihre Antwort.',
            'Drücken Sie dann auf „Weiter“.',
            'Am Ende drücken Sie auf „Absenden“.',
          ],
        },
        {
          heading: 'Ihre Antworten sind geheim',
          paragraphs: [
            'Wir fragen nicht nach Ihrem Namen.\nNiemand weiß: Diese Antwort ist von Ihnen.',
            'Sie können jede Frage auslassen.\nSie können jederzeit aufhören.\nDas hat keine Nachteile für Sie.',
          ],
        },
        {
          heading: 'Machen Sie ruhig eine Pause',
          paragraphs: ['Ihr Gerät merkt sich die Antworten.\nSie können später weitermachen.\nSie können die Antworten auch löschen.\nDer Knopf dafür steht unten auf jeder Seite.'],
        },
      ],
    },
  },
  fieldLabels: {
    provider: 'Name und Anschrift',
    representative: 'Vertreten durch',
    providerContact: 'E-Mail und Telefon',
    vatId: 'Umsatzsteuer-Identifikationsnummer',
    controller: 'Verantwortlich für den Datenschutz',
    dataProtectionOfficer: 'Datenschutzbeauftragte Stelle',
    legalBasis: 'Rechtsgrundlage',
    supervisoryAuthority: 'Aufsichtsbehörde',
    contact: 'Fragen zu einer Umfrage',
    barrierContact: 'Barrieren melden, andere Formate bekommen',
    arbitrationBody: 'Schlichtungsstelle',
    helpPhone: 'Telefon für Fragen',
    accessibilityStatementOn: 'Stand dieser Erklärung',
  },
  owed: 'Die Stadt hat das noch nicht angegeben.',
  missing: 'Angaben der Stadt fehlen noch',
};

/** Numbers as words → digits. "Ein" and "eine" are articles and stay out. */
export const NUMBER_WORDS: Readonly<Record<string, string>> = {
  zwei: '2', drei: '3', vier: '4', fünf: '5', sechs: '6', sieben: '7', acht: '8', neun: '9', zehn: '10', elf: '11', zwölf: '12',
  dreizehn: '13', vierzehn: '14', fünfzehn: '15', sechzehn: '16', siebzehn: '17', achtzehn: '18', neunzehn: '19', zwanzig: '20',
  dreißig: '30', vierzig: '40', fünfzig: '50', sechzig: '60', siebzig: '70', achtzig: '80', neunzig: '90', hundert: '100', tausend: '1000',
};

/** Abbreviations → written out. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'z. B.': 'zum Beispiel', 'd. h.': 'das heißt', 'u. a.': 'unter anderem', 'o. Ä.': 'oder Ähnliches', 'i. d. R.': 'meistens', 'u. U.': 'vielleicht',
  'usw.': 'und so weiter', 'etc.': 'und so weiter', 'bzw.': 'oder', 'ca.': 'ungefähr', 'ggf.': 'vielleicht', 'evtl.': 'vielleicht', 'inkl.': 'mit',
  'Nr.': 'Nummer', 'Str.': 'Straße', 'Tel.': 'Telefon', 'Abs.': 'Absatz', 'vgl.': 'sehen Sie auch', 'bspw.': 'zum Beispiel', 'Std.': 'Stunde',
  'e. V.': 'Verein', 'max.': 'höchstens', 'min.': 'mindestens', 'mtl.': 'jeden Monat', 'zzgl.': 'und dazu',
};

/** Abbreviations in capitals that more people know than what they stand for. */
export const KNOWN_CAPITALS: ReadonlySet<string> = new Set(['EU', 'PC', 'TV', 'WC', 'LKW', 'PKW', 'DVD', 'CD', 'USA', 'ARD', 'ZDF', 'NDR', 'SMS', 'QR', 'ICE', 'WLAN', 'OK']);

/** Stems of difficult words → an easier way to say it. */
export const DIFFICULT_WORDS: Readonly<Record<string, string>> = {
  partizip: 'mitmachen', partizipativ: 'gemeinsam', ressource: 'Geld, Zeit und Räume', kooperat: 'Zusammenarbeit', kooperier: 'zusammenarbeiten',
  koordin: 'gut planen und absprechen', evaluier: 'prüfen', evaluation: 'Prüfung', implementier: 'einführen', institution: 'Amt, Verein oder Einrichtung',
  akteur: 'Menschen und Gruppen', niedrigschwellig: 'leicht zu erreichen', sozialraum: 'Stadtteil', sozialräum: 'im Stadtteil', kompetenz: 'das kann jemand',
  relevan: 'wichtig', adäquat: 'passend', aktualisier: 'neu machen', analys: 'genau ansehen', anonymisier: 'ohne Namen speichern', bedarfsgerecht: 'passend',
  barrierefrei: 'ohne Hindernisse', diskriminier: 'schlecht behandeln', effektiv: 'wirksam', effizien: 'gut und schnell', engagement: 'Hilfe ohne Geld',
  engagier: 'helfen', existenz: 'Leben', flexib: 'verschieden möglich', formulier: 'schreiben', frequentier: 'besuchen', funktion: 'Aufgabe',
  gewährleist: 'sicher machen', heterogen: 'verschieden', identifizier: 'erkennen', individuell: 'für jeden passend', initiativ: 'Gruppe mit einer Idee',
  inklusi: 'alle gehören dazu', innovat: 'neu', integrier: 'gehört dazu', integration: 'alle gehören dazu', interkulturell: 'für Menschen aus vielen Ländern',
  intensiv: 'stark', konzept: 'Plan', kommunal: 'von der Stadt', kommunikation: 'miteinander sprechen', konflikt: 'Streit', kontinuierlich: 'immer weiter',
  kriteri: 'Punkte zum Prüfen', maßnahme: 'was man tut', migration: 'in ein anderes Land ziehen', mobilität: 'wie Sie unterwegs sind', motivier: 'Lust machen',
  netzwerk: 'Gruppe, die zusammenarbeitet', optimier: 'besser machen', option: 'Möglichkeit', perspektiv: 'wie es weitergeht', potenzial: 'was möglich ist',
  potentiell: 'möglich', potenziell: 'möglich', prävent: 'vorher schützen', prekär: 'unsicher', priorisier: 'was zuerst wichtig ist', priorität: 'das Wichtigste',
  prozess: 'Ablauf', qualifi: 'ausgebildet', qualität: 'wie gut etwas ist', quartier: 'Stadtteil', realisier: 'machen', reflektier: 'nachdenken',
  regulär: 'normal', sensibilisier: 'aufmerksam machen', situation: 'Lage', stigmatisier: 'schlecht reden über', strategi: 'Plan', struktur: 'Aufbau',
  subventionier: 'mit Geld helfen', synergie: 'gemeinsam mehr schaffen', transparen: 'gut zu verstehen', unbürokratisch: 'einfach', verfügbar: 'da',
  zielgruppe: 'Menschen, für die etwas ist', zivilgesellschaft: 'Menschen und Vereine',
};

/** First parts of compounds, with the sound that joins them; a word is only divided between two known parts. */
export const FIRST_PARTS: readonly string[] = [
  'Stadtteil', 'Stadt', 'Stadtrat', 'Bürger', 'Bürgerinnen', 'Gemeinde', 'Familien', 'Jugend', 'Kinder', 'Senioren', 'Frauen', 'Männer', 'Sozial', 'Gesundheits',
  'Arbeits', 'Ordnungs', 'Wohnungs', 'Wohn', 'Öffnungs', 'Beratungs', 'Begegnungs', 'Bildungs', 'Ausbildungs', 'Pflege', 'Kranken', 'Behinderten', 'Sprach',
  'Schul', 'Grundschul', 'Kita', 'Spiel', 'Sport', 'Kultur', 'Musik', 'Freizeit', 'Ferien', 'Verkehrs', 'Straßen', 'Bus', 'Bahn', 'Fahrrad', 'Park', 'Grün',
  'Einkaufs', 'Lebens', 'Lebensmittel', 'Haus', 'Haushalts', 'Miet', 'Mieter', 'Nachbarschafts', 'Vereins', 'Ehrenamts', 'Daten', 'Datenschutz', 'Internet',
  'Telefon', 'Handy', 'Computer', 'Antrags', 'Antwort', 'Frage', 'Umfrage', 'Geburts', 'Aufenthalts', 'Asyl', 'Flüchtlings', 'Migrations', 'Integrations', 'Religions',
  'Sicherheits', 'Umwelt', 'Klima', 'Wasser', 'Müll', 'Zukunfts', 'Treff', 'Brief', 'Zeitungs', 'Gebärden', 'Barriere', 'Zugangs', 'Eltern', 'Kontakt', 'Verwaltungs',
];

/** Last parts of compounds, in the forms they take. */
export const LAST_PARTS: readonly string[] = [
  'haus', 'häuser', 'amt', 'ämter', 'zeit', 'zeiten', 'stelle', 'stellen', 'gruppe', 'gruppen', 'runde', 'runden', 'zentrum', 'zentren', 'angebot', 'angebote', 'angeboten',
  'beratung', 'einrichtung', 'einrichtungen', 'platz', 'plätze', 'plätzen', 'dienst', 'dienste', 'arbeit', 'hilfe', 'hilfen', 'büro', 'büros', 'meister', 'meisterin',
  'markt', 'raum', 'räume', 'räumen', 'punkt', 'punkte', 'punkten', 'weg', 'wege', 'verein', 'vereine', 'vereinen', 'kurs', 'kurse', 'kursen', 'heim', 'heime', 'schule', 'schulen',
  'garten', 'verkehr', 'mittel', 'möglichkeit', 'möglichkeiten', 'vertrag', 'schutz', 'nummer', 'nummern', 'adresse', 'seite', 'seiten', 'bogen', 'kasten', 'datum', 'ort', 'verfahren',
  'gesellschaft', 'verwaltung', 'leitung', 'planung', 'freiheit', 'sprache', 'haltestelle', 'haltestellen', 'kosten', 'geld', 'karte', 'code', 'recht', 'rechte', 'beirat', 'sitzung', 'bedürfnisse',
];

import type { Advice } from './unsupported-feature.js';

/** What staff are told to do, once for every reason. */
export const ADVICE = {
  type: {
    de: 'Diese Frageart gibt es hier nicht. Die Frage fällt weg: als Auswahl, Zahl, Datum oder Text neu stellen.',
    en: 'This type of question does not exist here. The question is left out: ask it again as a choice, number, date or text.',
  },
  tooManyCodes: {
    de: 'Eine Frage kann höchstens 250 Antworten haben. Die Frage fällt weg: Antworten zusammenfassen oder als Text fragen.',
    en: 'A question can have at most 250 answers. The question is left out: merge answers or ask for a text.',
  },
  noCodes: {
    de: 'Die Frage hat keine festen Antworten und fällt weg: Antworten eintragen.',
    en: 'The question has no fixed answers and is left out: enter its answers.',
  },
  changingChoices: {
    de: 'Welche Antworten gelten, muss fest im Fragebogen stehen: Antworten eintragen, Regel löschen.',
    en: 'Which answers are valid has to stand in the questionnaire: enter the answers, delete the rule.',
  },
  choiceComment: {
    de: 'Freitext an einer einzelnen Antwort: stattdessen „Sonstiges“ mit Text oder eine eigene Textfrage verwenden.',
    en: 'Free text at a single answer: use “other” with a text or a text question of its own.',
  },
  twoComments: {
    de: '„Sonstiges“ und ein Kommentarfeld teilen sich einen Text: eines von beiden entfernen.',
    en: '“Other” and a comment area share one text: remove one of them.',
  },
  computedAnswer: {
    de: 'Eine Antwort muss von einem Menschen kommen: Vorbelegung oder Rechenregel löschen.',
    en: 'An answer has to come from a person: delete the default or the rule that computes it.',
  },
  readOnly: {
    de: 'Ob eine Frage gesperrt ist, prüft der Server nicht: Sperre löschen oder eine Sichtbarkeitsbedingung verwenden.',
    en: 'Whether a question is locked is not checked: delete the lock or use a visibility condition.',
  },
  alwaysHidden: {
    de: 'Immer verborgen und deshalb nicht im Codebuch: löschen oder mit einer Bedingung zeigen.',
    en: 'Always hidden and therefore not in the codebook: delete it or show it by a condition.',
  },
  sharedValue: {
    de: 'Jede Frage speichert unter ihrem eigenen Namen: valueName löschen.',
    en: 'Every question stores under its own name: delete valueName.',
  },
  uncheckedRule: {
    de: 'Diese Prüfregel wird nicht geprüft: löschen oder durch Pflicht, Grenzen oder Länge ersetzen.',
    en: 'This rule is not checked: delete it or use required, limits or length instead.',
  },
  requiredContainer: {
    de: 'Pflicht gilt nur für einzelne Fragen: an den Fragen selbst eintragen.',
    en: 'Only single questions can be required: set it at the questions themselves.',
  },
  noTextLimit: {
    de: 'Ohne Längengrenze nimmt der Server höchstens 1000 Zeichen an: maxLength eintragen (höchstens 10000).',
    en: 'Without a limit at most 1000 characters are taken: set maxLength (at most 10000).',
  },
  textLimit: {
    de: 'Die Längengrenze ist keine ganze Zahl von 1 bis 10000: maxLength ändern.',
    en: 'The limit is not a whole number from 1 to 10000: change maxLength.',
  },
  inputType: {
    de: 'Diese Eingabeart gibt es nicht, sie gilt als Text. Kontaktdaten gehören nicht in eine Befragung.',
    en: 'This kind of input does not exist, it is taken as text. Contact data do not belong into a survey.',
  },
  limit: {
    de: 'Diese Grenze ist keine Zahl und kein Datum der Form JJJJ-MM-TT und gilt nicht: festen Wert eintragen.',
    en: 'This limit is neither a number nor a date YYYY-MM-DD and does not apply: enter a fixed value.',
  },
  step: {
    de: 'Nur ganze Zahlen (step 1) werden geprüft: step ändern oder löschen.',
    en: 'Only whole numbers (step 1) are checked: change or delete step.',
  },
  clearing: {
    de: 'Antworten verborgener Fragen müssen sofort gelöscht werden: clearInvisibleValues auf onHiddenContainer stellen.',
    en: 'Answers of hidden questions have to be cleared at once: set clearInvisibleValues to onHiddenContainer.',
  },
  unknownReference: {
    de: 'Die Bedingung liest etwas, das keine Antwort dieses Fragebogens ist: Bedingung ändern.',
    en: 'The condition reads something that is no answer of this questionnaire: change the condition.',
  },
  ambiguousReference: {
    de: 'Dieser Name bedeutet in Bedingungen auf dem Bildschirm etwas anderes als die Antwort: Frage oder Zeile umbenennen.',
    en: 'On the screen this name means something else in conditions than the answer: rename the question or row.',
  },
  unsafeComparison: {
    de: 'Mehrfachantworten, Rangfolgen und Texte sind so nicht vergleichbar: nur =, contains, anyof, empty oder notempty mit festen Werten rechts, eine Rangfolge nicht mit =.',
    en: 'Multiple answers, rankings and texts cannot be compared like this: only =, contains, anyof, empty or notempty with fixed values on the right, a ranking not with =.',
  },
  rowOfHidden: {
    de: 'Die Matrix kann selbst verborgen sein, und der Bildschirm prüft ihre Zeilen dann nicht neu: die Bedingung der Matrix hier wiederholen.',
    en: 'The matrix may itself be hidden and the screen does not check its rows again then: repeat the condition of the matrix here.',
  },
  calculation: {
    de: 'Gerechnet wird nur mit Zahlen: Die Bedingung rechnet mit anderen Antworten und kann scheitern. Ohne diese Funktion schreiben.',
    en: 'Only numbers can be calculated with: the condition calculates with other answers and may fail. Write it without this function.',
  },
  notACondition: {
    de: 'Eine Bedingung ist ein Text wie {frage} = 1; diese kann niemand lesen und sie gilt nicht: ändern oder löschen.',
    en: 'A condition is a text such as {question} = 1; this one cannot be read and does not apply: change or delete it.',
  },
  flag: {
    de: 'Hier gehört true oder false hin; so kann der Bildschirm anders entscheiden als der Server: ändern.',
    en: 'This has to be true or false; as it is, the screen may decide otherwise than the server: change it.',
  },
  artNineConsent: {
    de: 'Fragen nach Art. 9 DSGVO dürfen nur mit Einwilligung gezeigt werden: visibleIf um {consentArt9} = true ergänzen.',
    en: 'Questions under Art. 9 GDPR may be shown with consent only: add {consentArt9} = true to visibleIf.',
  },
  measurement: {
    de: 'Dieses Messniveau hat die Frageart nicht: Auswahl ohne Reihenfolge (nominal) oder geordnet (ordinal), Zahl metrisch (scale).',
    en: 'This type of question does not have that measurement level: a choice is nominal or ordinal, a number is scale.',
  },
  containerTag: {
    de: 'Unsere Kennzeichnung gilt nur an den Fragen selbst, nicht an Seite oder Gruppe: an jeder Frage eintragen.',
    en: 'Our tag applies to the questions themselves only, not to a page or group: set it at every question.',
  },
  exclusive: {
    de: 'Bei dieser Frageart schließt der Bildschirm andere Antworten nicht aus: Mehrfachauswahl verwenden oder isExclusive löschen.',
    en: 'With this type of question the screen does not exclude other answers: use a multiple choice or delete isExclusive.',
  },
  countedExclusive: {
    de: 'Auch eine ausschließende Antwort zählt hier nur als eine und wäre zu wenig: minSelectedChoices statt „answercount“ verwenden.',
    en: 'An exclusive answer counts as one here, too, and would be too few: use minSelectedChoices instead of “answercount”.',
  },
  expressionFunction: {
    de: 'Diese Funktion kann auf dem Server anders ausgehen als auf dem Bildschirm: Bedingung ohne sie schreiben.',
    en: 'This function may give another result on the server than on the screen: write the condition without it.',
  },
  notTrueOrFalse: {
    de: 'Die Bedingung ist weder wahr noch falsch: ausschreiben, zum Beispiel {frage} = 1 oder {frage} notempty.',
    en: 'The condition is neither true nor false: write it out, for example {question} = 1 or {question} notempty.',
  },
  program: {
    de: 'Der Fragebogen darf Antworten nicht selbst ändern oder rechnen: löschen.',
    en: 'The questionnaire may not change or compute answers by itself: delete it.',
  },
  device: {
    de: 'Hinterlässt Spuren oder führt auf andere Seiten und gilt nicht: löschen.',
    en: 'Leaves traces or leads to other sites and has no effect: delete it.',
  },
  flow: {
    de: 'Dieser Ablauf gilt nicht: löschen. Alle Seiten stehen in ihrer Reihenfolge.',
    en: 'This course has no effect: delete it. All pages stand in their order.',
  },
  commentKey: {
    de: 'Texte zu einer Antwort werden getrennt gespeichert: storeOthersAsComment löschen.',
    en: 'Texts to an answer are stored apart: delete storeOthersAsComment.',
  },
  cells: {
    de: 'Eigene Texte in Zellen stehen nicht im Codebuch: als Zeilen- und Spaltentexte schreiben.',
    en: 'Texts of their own in cells are not in the codebook: write them as texts of rows and columns.',
  },
  halfYesNo: {
    de: 'valueTrue und valueFalse beide angeben oder beide löschen.',
    en: 'Give both valueTrue and valueFalse or neither.',
  },
  rating: {
    de: 'Die Stufen widersprechen sich: rateValues eintragen oder nur rateMin und rateMax angeben.',
    en: 'The points contradict each other: enter rateValues or give only rateMin and rateMax.',
  },
  imageLimit: {
    de: 'Bei Bildern zählt die Bibliothek nicht mit: als Prüfregel „answercount“ eintragen.',
    en: 'The library does not count images: use the validator “answercount”.',
  },
  choiceValue: {
    de: 'Eine Antwort ohne brauchbaren Code (Zahl oder Text bis 200 Zeichen) fällt weg: Code eintragen.',
    en: 'An answer without a usable code (number or text of up to 200 characters) is left out: enter a code.',
  },
  unknownProperty: {
    de: 'Diese Eigenschaft ist nicht bekannt und wirkt nicht im Codebuch: prüfen, ob sie gebraucht wird, sonst löschen.',
    en: 'This property is not known and has no effect on the codebook: check whether it is needed, otherwise delete it.',
  },
  tag: {
    de: 'Unsere Kennzeichnung hat hier einen Wert, den es nicht gibt, und gilt nicht: ändern.',
    en: 'Our tag has a value here that does not exist, and does not apply: change it.',
  },
} as const satisfies Record<string, Advice>;

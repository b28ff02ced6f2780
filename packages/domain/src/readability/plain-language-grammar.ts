import type { PlainLanguageFinding } from './plain-language-finding.js';
import type { Sentence } from './split-text.js';

type Rule = PlainLanguageFinding['rule'];
type Severity = PlainLanguageFinding['severity'];

/** Turns every match of a pattern in a sentence into a finding. */
function findings(sentence: Sentence, rule: Rule, severity: Severity, pattern: RegExp, isHit: (word: string) => boolean = () => true): readonly PlainLanguageFinding[] {
  return [...sentence.text.matchAll(pattern)].flatMap(({ index, 0: word }): readonly PlainLanguageFinding[] => {
    const start = sentence.start + index;
    return isHit(word) ? [{ rule, severity, start, end: start + word.length, word, replacement: null }] : [];
  });
}

const SUBORDINATE =
  /(?<=,\s)(?:dass|weil|wenn|obwohl|damit|sodass|falls|während|bevor|nachdem|sobald|solange|ob|indem|wodurch|womit|wobei|welche[rsnm]?|wer|wie|was|wann|warum|wohin|woher)(?!\p{L})/gu;
const FRONTED = /^(?:„|")?(?:Wenn|Weil|Obwohl|Falls|Bevor|Nachdem|Sobald|Solange|Während|Indem|Dass|Ob)(?!\p{L})(?=[^,]*,)/gu;
/** A relative clause ends in its verb, so in a small letter; a list of things does not. */
const RELATIVE = /(?<=\p{L},\s)(?:(?:in|an|auf|mit|von|bei|zu|für|aus|nach)\s)?(?:der|die|das|den|dem|denen|deren|dessen)\s(?=[^,;:]*\p{L}[^,;:]*\s\p{Ll}+(?:t|en|st|bin|ist|sind|war|hat)\s*(?:[,.;!?]|$))/gu;
const INFINITIVE = /(?<=,\s)(?:um|ohne|statt|anstatt)\s(?=[^,;:]*\szu\s\p{Ll}+n(?!\p{L}))|;/gu;

/** Subordinate and relative clauses, infinitives with "um … zu", semicolons. A list with commas is one statement. */
export function severalStatements(sentence: Sentence): readonly PlainLanguageFinding[] {
  return [SUBORDINATE, FRONTED, RELATIVE, INFINITIVE].flatMap((pattern) =>
    findings(sentence, 'several-statements', 'hint', pattern).map((finding) => ({ ...finding, word: finding.word.trim(), end: finding.start + finding.word.trimEnd().length })),
  );
}

const WITH_ARTICLE = /(?<!\p{L})(?:des|(?:[dms]?ein|kein|jed|dies|unser|eur|euer|ihr|Ihr)es)\s(?:\p{Ll}+en\s){0,2}\p{Lu}[\p{L}-]+(?!\p{L})/gu;
const FEMININE = /(?<!\p{L})\p{Lu}\p{Ll}[\p{L}-]*\s(?:der|einer|[msd]einer|unserer|ihrer|Ihrer|dieser)\s(?:\p{Ll}+en\s){0,2}\p{Lu}[\p{L}-]+/gu;
const GENITIVE_PREPOSITION =
  /(?<!\p{L})(?:wegen|trotz|aufgrund|anhand|mithilfe|innerhalb|außerhalb|bezüglich|hinsichtlich|seitens|mittels|infolge|zwecks|angesichts|oberhalb|unterhalb|anstelle)\s(?:der|des|einer|eines|(?:[ms]|d)?einer|Ihrer|ihrer)(?!\p{L})/giu;
const NO_GENITIVE_END = /(?:nis|ss|ß|haus|us|is|os|as|eis)$/iu;

function endsInGenitive(match: string): boolean {
  const noun = match.split(/\s/).at(-1) ?? '';
  if (match.startsWith('des')) return /(?:s|n|ß)$/.test(noun);
  return /(?:s)$/.test(noun) && !NO_GENITIVE_END.test(noun);
}

/** The word before a feminine genitive must be a noun the genitive can belong to, not the first word of a question. */
function belongsToNoun(match: string): boolean {
  const [owner = ''] = match.split(/\s/);
  return !/^(?:In|An|Auf|Mit|Von|Bei|Zu|Aus|Nach|Vor|Unter|Über|Neben|Seit|Gegenüber|Ist|War|Hat|Wird|Kann|Soll|Muss|Darf|Will|Sie|Ihnen|Das|Es|Wer|Wo|Wie|Was|Wann|Hilft|Gibt|Und|Oder|Außer|Ob|Dass|Wenn|Als|Gehört|Dann|Danach|Gefällt|Heute|Hier|Dort|Wir|Er|Ich|Am|Im)$/.test(owner);
}

/** Genitive with article ("des Hauses", "die Angebote der Stadt") and after prepositions that ask for it. */
export function genitive(sentence: Sentence): readonly PlainLanguageFinding[] {
  return [
    ...findings(sentence, 'genitive', 'hint', WITH_ARTICLE, endsInGenitive),
    ...findings(sentence, 'genitive', 'hint', FEMININE, belongsToNoun),
    ...findings(sentence, 'genitive', 'hint', GENITIVE_PREPOSITION),
  ];
}

const SUBJUNCTIVE =
  /(?<!\p{L})(?:(?:würd|wär|hätt|käm|gäb|bräucht|fänd)(?:e|en|est|et)|(?:könnt|müsst|dürft|sollt|wüsst)(?:e|en|est))(?!\p{L})/giu;

/** Subjunctive II of the common verbs. "Möchte" is everyday German for a wish and stays out; so do nouns ("die Würde"). */
export function subjunctive(sentence: Sentence): readonly PlainLanguageFinding[] {
  return findings(sentence, 'subjunctive', 'problem', SUBJUNCTIVE).filter(({ start, word }) => {
    return /^\p{Ll}/u.test(word) || /^[^\p{L}]*$/u.test(sentence.text.slice(0, start - sentence.start));
  });
}

const WERDEN = /(?<!\p{L})(?:wird|werden|werde|wurde|wurden|worden)(?!\p{L})/iu;
const PREFIX = '(?:ab|an|auf|aus|bei|durch|ein|fest|frei|her|hin|los|mit|nach|statt|teil|um|vor|weg|weiter|wieder|zu|zurück|zusammen|dar|bereit|bekannt)';
const PARTICIPLE = new RegExp(
  `(?<!\\p{L})(?:${PREFIX}?ge\\p{Ll}{2,}(?:t|en)|(?:${PREFIX})?(?:be|ver|er|ent|zer|miss|unter|über|wider)\\p{Ll}{2,}t|\\p{Ll}{2,}iert` +
    '|begonnen|beschlossen|beschrieben|besprochen|entschieden|erfunden|verboten|verloren|verstanden|verbunden|verschoben|unterschrieben|übernommen|überwiesen|angeboten|betroffen)(?!\\p{L})',
  'gu',
);
/** Infinitives and adjectives that look like participles. */
const NO_PARTICIPLE =
  /^(?:gehen|geben|gehören|gelingen|gewinnen|gefallen|gelten|genügen|geschehen|gestalten|genießen|gebrauchen|gewähren|gerecht|gesamt|geeignet|gesund|bereit|bekannt|beliebt|erst|ernst|verrückt|bestimmt|unterwegs|berühmt|beheimatet|vergleicht|besucht|erwachsen|gern)$/;
const PREFIXED_INFINITIVE = new RegExp(`^${PREFIX}(?:gehen|geben|gehören|gewinnen)$`);

/** "werden" with a participle in the same clause; "werden" with an infinitive is a future. */
export function passive(sentence: Sentence): readonly PlainLanguageFinding[] {
  return [...sentence.text.matchAll(/[^,;:]+/g)].flatMap(({ index, 0: clause }): readonly PlainLanguageFinding[] => {
    const auxiliary = WERDEN.exec(clause);
    const participle = [...clause.matchAll(PARTICIPLE)].findLast(([word]) => word === 'besucht' || (!NO_PARTICIPLE.test(word) && !PREFIXED_INFINITIVE.test(word)));
    if (auxiliary === null || participle === undefined) return [];
    const from = Math.min(auxiliary.index, participle.index);
    const to = Math.max(auxiliary.index + auxiliary[0].length, participle.index + participle[0].length);
    const start = sentence.start + index + from;
    return [{ rule: 'passive', severity: 'hint', start, end: start + to - from, word: clause.slice(from, to), replacement: null }];
  });
}

const NEGATION = /(?<!\p{L})(?:nicht|nichts|nie|niemals|niemand(?:em|en)?|nirgends|kein(?:e|en|em|er|es)?|weder)(?!\p{L})/giu;
/** Answers and requests that have no positive wording. */
const FIXED_NEGATION = /wei(?:ß|ss)\s(?:ich\s)?(?:das\s)?(?:es\s)?nicht|(?:will|möchte)\s(?:ich\s)?(?:das\s)?(?:es\s)?nicht\ssagen|^(?:Nicht|Gar nicht)\s\p{Ll}+$|^Nie$|nicht\smehr|^(?:Nichts|Nicht)(?:,|\s(?:davon|löschen))/iu;

/** Negations, but for answers that are made of one ("Das weiß ich nicht"). */
export function negation(sentence: Sentence): readonly PlainLanguageFinding[] {
  return FIXED_NEGATION.test(sentence.text) ? [] : findings(sentence, 'negation', 'hint', NEGATION);
}

/** "man" instead of a direct address. */
export function indirectAddress(sentence: Sentence): readonly PlainLanguageFinding[] {
  return findings(sentence, 'indirect-address', 'hint', /(?<!\p{L})[Mm]an(?![\p{L}-])/gu);
}

/** A stretch of a text: `text.slice(start, end)`, in UTF-16 units. */
export interface TextSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Sentence extends TextSpan {
  readonly words: readonly TextSpan[];
}

/** A number with its separators, or letters held together by hyphen, Mediopunkt, apostrophe or gender sign. */
const WORD = /\d+(?:[.,:]\d+)*|\p{L}[\p{L}\p{M}\d]*(?:[-‐‑·’'*:_]\p{L}[\p{L}\p{M}\d]*)*/gu;

/** Abbreviations that stand before what they belong to, so their dot ends nothing. */
const OPEN_ABBREVIATIONS =
  /(?:^|[^\p{L}])(?:\p{L}|bzw|ca|dr|prof|nr|str|st|hr|fr|tel|inkl|exkl|ggf|evtl|vgl|abs|art|bspw|mio|mrd|jh|geb|max|min|std|mtl|tägl|zzgl|ehem|sog|bes|insb|verh|led|hrsg|kath|ev|gem|lfd|od|jan|feb|apr|aug|sept|okt|nov|dez|mo|di|mi|do|fr|sa|so)$/iu;
/** Words that begin a sentence after a number with a dot rather than be counted by it ("Das war 2025. Dann …"). */
const SENTENCE_STARTS = /^(?:Das|Der|Die|Den|Dem|Dann|Danach|Dort|Da|Dabei|Es|Er|Sie|Wir|Ich|Ihr|Und|Aber|Oder|In|Im|Am|Auf|Für|Mit|Ein|Eine|Diese|Dieser|Dieses|Was|Wer|Wie|Wo|Wann|Warum|Bitte|Nun|Jetzt|Heute|Wenn|Als|Auch|Hier|So)(?!\p{L})/u;
const LARGEST_ORDINAL = 31;

function dotEndsNothing(before: string, after: string): boolean {
  if (/^\p{Ll}/u.test(after)) return true;
  const number = /(?:^|[^\d.,])(\d+)$/.exec(before)?.[1];
  if (number !== undefined && after !== '') {
    const listed = before.trim() === number;
    return listed || (Number(number) <= LARGEST_ORDINAL && /^\p{Lu}|^\d/u.test(after) && !SENTENCE_STARTS.test(after));
  }
  return after !== '' && OPEN_ABBREVIATIONS.test(before);
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;
const TERMINATOR = /(?:[.!?…]+|\.{2,})["'“”»«’)\]]*(?=\s|$)/gu;

/** A new line begins a new sentence, unless it goes on in lower case. */
function lines(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  for (const { index, 0: mark } of [...text.matchAll(LINE_BREAK), { index: text.length, 0: '' }]) {
    const after = text.slice(index + mark.length).trimStart();
    const open = text.slice(start, index).trimEnd();
    if (mark !== '' && /^\p{Ll}/u.test(after) && !/[.!?:…]["'“”»«’)\]]*$/.test(open)) continue;
    spans.push({ text: text.slice(start, index), start, end: index });
    start = index + mark.length;
  }
  return spans;
}

function sentencesOfLine({ text, start }: TextSpan): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let from = 0;
  const cut = (to: number): void => {
    const part = text.slice(from, to);
    const lead = part.length - part.trimStart().length;
    if (part.trim() !== '') spans.push({ text: part.trim(), start: start + from + lead, end: start + from + part.trimEnd().length });
    from = to;
  };
  for (const { index, 0: mark } of text.matchAll(TERMINATOR)) {
    const after = text.slice(index + mark.length).trimStart().replace(/^["'„“»«‚([]+/u, '');
    const inside = /^[.…]/.test(mark) ? dotEndsNothing(text.slice(from, index), after) : /^\p{Ll}/u.test(after);
    if (!inside) cut(index + mark.length);
  }
  cut(text.length);
  return spans;
}

/** The words of a text: numbers (also `1.200,50` and `12.03.2026`) and words with all their joined parts. */
export function splitWords(text: string, offset = 0): readonly TextSpan[] {
  return [...text.matchAll(WORD)].map(({ index, 0: word }) => ({ text: word, start: offset + index, end: offset + index + word.length }));
}

/**
 * German sentences of a text, each with its words. A sentence ends at . ! ? … (with closing quotation marks or brackets) and
 * at the end of a line. No end is the dot of an abbreviation ("z. B."), of a date or number ("12.03.2026"), of an ordinal
 * ("2. Runde", "am 3. Mai"), of a numbered list, nor a mark that is followed by a small letter. Pieces without a word
 * (a lone "…") are no sentences.
 */
export function splitSentences(text: string): readonly Sentence[] {
  return lines(text)
    .flatMap(sentencesOfLine)
    .map((sentence) => ({ ...sentence, words: splitWords(sentence.text, sentence.start) }))
    .filter(({ words }) => words.length > 0);
}

import type { LocalizedText } from '../contract/language.js';
import type { InferenceVerdict, SampleFacts, Verdict, VerdictLimit } from './inference-statement-facts.js';

type Known = Omit<InferenceVerdict, 'sentence'>;

interface Sentence {
  readonly de: string;
  readonly en: string;
}

/** A number as both languages write it. */
function bothWays(write: (words: NumberWords) => string): Sentence {
  return { de: write(numbers('de-DE')), en: write(numbers('en-GB')) };
}

function censusOrigin(n: Sentence, of: Sentence | null, rate: Sentence | null): Sentence {
  if (of === null || rate === null) {
    return {
      de: `Vollerhebung: Alle wurden gefragt, ${n.de} haben geantwortet. ${NONRESPONSE.de}`,
      en: `Census: everyone was asked, ${n.en} answered. ${NONRESPONSE.en}`,
    };
  }
  if (n.en === of.en) {
    return {
      de: `Vollerhebung: Alle ${of.de} Befragten haben geantwortet. Einen Stichprobenfehler gibt es nicht.`,
      en: `Census: all ${of.en} people who were asked answered. There is no sampling error.`,
    };
  }
  return {
    de: `Vollerhebung: ${n.de} von ${of.de} Befragten haben geantwortet (${rate.de}). ${NONRESPONSE.de}`,
    en: `Census: ${n.en} of ${of.en} people who were asked answered (${rate.en}). ${NONRESPONSE.en}`,
  };
}

const NONRESPONSE: Sentence = {
  de: 'Einen Stichprobenfehler gibt es nicht, aber wer nicht geantwortet hat, kann anders denken.',
  en: 'There is no sampling error, but those who did not answer may think differently.',
};

function openOrigin(n: Sentence, of: Sentence | null, rate: Sentence | null): Sentence {
  const part =
    of === null || rate === null
      ? { de: '', en: '' }
      : { de: `, das sind ${rate.de} von ${of.de} Einwohnerinnen und Einwohnern`, en: `, which is ${rate.en} of ${of.en} inhabitants` };
  return {
    de: `Orientierungswert: ${n.de} Personen haben freiwillig teilgenommen${part.de}. Wer teilnimmt, entscheidet jede Person selbst.`,
    en: `Orientation value: ${n.en} people took part of their own accord${part.en}. Everyone decides for themselves whether to take part.`,
  };
}

/** What kind of people the figure rests on; the first thing said of any number. */
function originOf({ design, n, population }: SampleFacts, { rate }: Known): Sentence {
  const people = bothWays(({ count }) => count(n));
  const of = population === null ? null : bothWays(({ count }) => count(population));
  const part = rate === null ? null : bothWays(({ percent }) => percent(rate.value));
  switch (design) {
    case 'census':
      return censusOrigin(people, of, part);
    case 'open':
      return openOrigin(people, of, part);
    case 'random':
      return {
        de: `Zufallsstichprobe: ${people.de} Personen${of === null ? '' : ` stehen für ${of.de}`}.`,
        en: `Random sample: ${people.en} people${of === null ? '' : ` stand for ${of.en}`}.`,
      };
    case 'quota':
      return {
        de: `Quote oder aufsuchend befragt: ${people.de} Personen, die nicht zufällig ausgewählt wurden.`,
        en: `Quota or outreach: ${people.en} people who were not chosen at random.`,
      };
  }
}

const LIMITS: Readonly<Record<VerdictLimit, Sentence>> = {
  'too-few-people': { de: 'Es sind weniger als 30 Personen', en: 'There are fewer than 30 people' },
  'too-few-effective': {
    de: 'Durch die Gewichtung zählen sie so viel wie weniger als 30 Personen',
    en: 'Because of the weights they count as much as fewer than 30 people',
  },
  imprecise: { de: 'Die Spanne um den Wert ist zu breit', en: 'The range around the value is too wide' },
  'half-or-fewer-answered': {
    de: 'Höchstens die Hälfte hat geantwortet: Die Zahl gilt nur für die, die geantwortet haben. Vergleiche zwischen Gruppen sind nicht zulässig.',
    en: 'At most half of them answered: the number holds only for those who did. Groups must not be compared.',
  },
};

/** Without the number of people: it may be small enough to point at somebody. */
const NOTHING: Sentence = {
  de: 'Hinter diesem Wert stehen weniger als 10 Personen, oder sie zählen durch die Gewichtung nur so viel: zu wenige für eine Aussage.',
  en: 'Fewer than 10 people stand behind this value, or because of the weights they count as few: too few to say anything.',
};

function consequenceOf(facts: SampleFacts, { verdict, limit, adjustment, interval }: Known): Sentence {
  if (verdict === 'tendency') {
    const reason = LIMITS[limit ?? 'too-few-people'];
    return { de: `${reason.de}: Nur eine Tendenz in Worten ist möglich.`, en: `${reason.en}: only a tendency in words is possible.` };
  }
  if (limit !== null) return LIMITS[limit];
  const range = interval === 'none' ? null : RANGES[interval];
  const comparison = comparisonOf(facts, verdict, adjustment);
  return { de: [range?.de, comparison.de].filter(Boolean).join(' '), en: [range?.en, comparison.en].filter(Boolean).join(' ') };
}

const RANGES: Readonly<Record<'sampling-error' | 'random-error-only', Sentence>> = {
  'sampling-error': {
    de: 'Die angegebene Spanne enthält den wahren Wert in 95 von 100 solchen Stichproben.',
    en: 'The range given contains the true value in 95 of 100 such samples.',
  },
  'random-error-only': {
    de: 'Die angegebene Spanne erfasst nur den Zufall, nicht, wer überhaupt erreicht wurde.',
    en: 'The range given covers chance only, not who was reached in the first place.',
  },
};

function comparisonOf({ design, comparisons = 1 }: SampleFacts, verdict: Verdict, adjustment: Known['adjustment']): Sentence {
  if (design === 'open' || design === 'quota') {
    return {
      de: 'Die Zahl gilt für die Teilnehmenden. Aussagen über alle und Vergleiche mit Signifikanz sind nicht zulässig.',
      en: 'The number holds for those who took part. Conclusions about everyone and comparisons with significance are not allowed.',
    };
  }
  if (design === 'census' || verdict !== 'comparison') {
    return { de: 'Gruppen dürfen verglichen werden, ohne Signifikanztest.', en: 'Groups may be compared, without a test of significance.' };
  }
  if (adjustment === null) return { de: 'Ein Vergleich ist zulässig.', en: 'A comparison is allowed.' };
  return {
    de: `Vergleiche sind zulässig; weil es ${String(comparisons)} zugleich sind, gelten nur Unterschiede, die auch nach der Korrektur nach Benjamini und Hochberg bestehen.`,
    en: `Comparisons are allowed; because ${String(comparisons)} are made at once, only differences that hold after the Benjamini-Hochberg correction count.`,
  };
}

interface NumberWords {
  readonly count: (value: number) => string;
  readonly percent: (part: number) => string;
}

/** Whole people; percent with one decimal below ten, so that a small participation does not become 0. */
function numbers(locale: 'de-DE' | 'en-GB'): NumberWords {
  const format = (value: number, digits: number): string => {
    const [whole = '0', decimals] = value.toFixed(digits).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'de-DE' ? '.' : ',');
    return decimals === undefined ? grouped : `${grouped}${locale === 'de-DE' ? ',' : '.'}${decimals}`;
  };
  return {
    count: (value) => format(value, 0),
    percent: (part) => `${format(part * 100, part < 0.1 ? 1 : 0)}${locale === 'de-DE' ? '\u00a0' : ''}%`,
  };
}

/**
 * The sentence that goes with a figure, German and English: where the people come from, and what follows for the number.
 * Never the word significance for anything but a random sample, never a response rate for open participation.
 */
export function inferenceSentence(facts: SampleFacts, known: Known): LocalizedText {
  if (known.verdict === 'nothing') return { ...NOTHING };
  const [origin, consequence] = [originOf(facts, known), consequenceOf(facts, known)];
  return { de: `${origin.de} ${consequence.de}`, en: `${origin.en} ${consequence.en}` };
}

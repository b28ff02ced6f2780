import type { LocalizedText } from '../contract/language.js';
import { CONFIDENCE } from '../inference/confidence.js';
import { NUMBER_BASE, TENDENCY_BASE, type ReliabilityRule } from '../inference/reliability.js';
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

function censusOrigin(n: Sentence, of: Sentence | null, part: Known['part']): Sentence {
  if (of === null || part === null) {
    return {
      de: `Vollerhebung: Hinter diesem Wert stehen ${n.de} Personen. ${NONRESPONSE.de}`,
      en: `Census: ${n.en} people stand behind this value. ${NONRESPONSE.en}`,
    };
  }
  if (part.value === 1) {
    return {
      de: `Vollerhebung: Alle ${of.de} eingeladenen Personen haben geantwortet. Einen Stichprobenfehler gibt es nicht.`,
      en: `Census: all ${of.en} people who were invited answered. There is no sampling error.`,
    };
  }
  const percent = bothWays((words) => words.percent(part.value));
  return {
    de: `Vollerhebung: Hinter diesem Wert stehen ${n.de} von ${of.de} eingeladenen Personen (${percent.de}). ${NONRESPONSE.de}`,
    en: `Census: ${n.en} of ${of.en} people who were invited stand behind this value (${percent.en}). ${NONRESPONSE.en}`,
  };
}

const NONRESPONSE: Sentence = {
  de: 'Einen Stichprobenfehler gibt es nicht, aber wer nicht geantwortet hat, kann anders denken.',
  en: 'There is no sampling error, but those who did not answer may think differently.',
};

function openOrigin(n: Sentence, of: Sentence | null, part: Known['part']): Sentence {
  const percent = part === null ? null : bothWays((words) => words.percent(part.value));
  const added =
    of === null || percent === null
      ? { de: '', en: '' }
      : { de: `; das entspricht ${percent.de} der Zielgruppe von ${of.de} Personen`, en: `; that is ${percent.en} of the target group of ${of.en} people` };
  return {
    de: `Orientierungswert: Hinter diesem Wert stehen ${n.de} Personen, die sich selbst zur Teilnahme entschieden haben${added.de}.`,
    en: `Orientation value: ${n.en} people who decided for themselves to take part stand behind this value${added.en}.`,
  };
}

/** What kind of people the figure rests on; the first thing said of any number. */
function originOf({ design, n, population }: SampleFacts, { part }: Known): Sentence {
  const people = bothWays(({ count }) => count(n));
  const of = population === null ? null : bothWays(({ count }) => count(population));
  switch (design) {
    case 'census':
      return censusOrigin(people, of, part);
    case 'open':
      return openOrigin(people, of, part);
    case 'random':
      return {
        de: `Zufallsstichprobe: Hinter diesem Wert stehen ${people.de} zufällig ausgewählte Personen${of === null ? '' : ` aus einer Zielgruppe von ${of.de}`}.`,
        en: `Random sample: ${people.en} people chosen at random${of === null ? '' : ` from a target group of ${of.en}`} stand behind this value.`,
      };
    case 'quota':
      return {
        de: `Quotenstichprobe oder aufsuchende Befragung: Hinter diesem Wert stehen ${people.de} Personen, die nicht zufällig ausgewählt wurden.`,
        en: `Quota sample or outreach: ${people.en} people who were not chosen at random stand behind this value.`,
      };
  }
}

type TendencyLimit = Exclude<VerdictLimit, 'half-or-fewer-answered' | 'response-unknown'>;

/** Why there are only words; the numbers are those of the rule in force. */
function tendencyReason(limit: TendencyLimit, rule: ReliabilityRule): Sentence {
  const least = (minimum: number): Sentence => bothWays(({ count }) => count(Math.max(NUMBER_BASE, minimum)));
  switch (limit) {
    case 'too-few-people': {
      const people = least(rule.minimumN);
      return { de: `Weil hinter dem Wert weniger als ${people.de} Personen stehen`, en: `Because fewer than ${people.en} people stand behind the value` };
    }
    case 'too-few-effective': {
      const people = least(rule.minimumEffectiveN);
      return {
        de: `Weil die gewichteten Antworten nur so viel aussagen wie die von weniger als ${people.de} Personen`,
        en: `Because the weighted answers tell no more than those of fewer than ${people.en} people`,
      };
    }
    case 'imprecise':
      return { de: 'Weil die Spanne um den Wert zu breit ist', en: 'Because the range around the value is too wide' };
  }
}

/** What limits a census. */
const CENSUS_LIMITS: Readonly<Record<Exclude<VerdictLimit, TendencyLimit>, Sentence>> = {
  'half-or-fewer-answered': {
    de: 'Weil höchstens die Hälfte der Eingeladenen hinter diesem Wert steht, gilt er nur für diese Personen. Vergleiche zwischen Gruppen sind nicht zulässig.',
    en: 'Because at most half of those invited stand behind this value, it holds only for them. Groups must not be compared.',
  },
  'response-unknown': {
    de: 'Weil nicht bekannt ist, wie viele eingeladen waren, gilt der Wert nur für die Personen, die geantwortet haben. Vergleiche zwischen Gruppen sind nicht zulässig.',
    en: 'Because it is not known how many were invited, the value holds only for those who answered. Groups must not be compared.',
  },
};

/** Without the number of people: it may be small enough to point at somebody. */
const NOTHING: Sentence = {
  de: `Hinter diesem Wert stehen weniger als ${String(TENDENCY_BASE)} Personen, oder die gewichteten Antworten sagen nur so viel aus wie die von weniger als ${String(TENDENCY_BASE)}. Das ist zu wenig für eine Aussage.`,
  en: `Fewer than ${String(TENDENCY_BASE)} people stand behind this value, or the weighted answers tell no more than those of fewer than ${String(TENDENCY_BASE)}. That is too little to say anything.`,
};

function consequenceOf(facts: SampleFacts, { verdict, limit, adjustment, interval }: Known, rule: ReliabilityRule): Sentence {
  if (limit === 'half-or-fewer-answered' || limit === 'response-unknown') return CENSUS_LIMITS[limit];
  if (limit !== null) {
    const reason = tendencyReason(limit, rule);
    return { de: `${reason.de}, lässt sich nur eine Tendenz in Worten angeben.`, en: `${reason.en}, only a tendency in words can be given.` };
  }
  const range = interval === 'none' ? null : RANGES[interval];
  const comparison = comparisonOf(facts, verdict, adjustment);
  return { de: [range?.de, comparison.de].filter(Boolean).join(' '), en: [range?.en, comparison.en].filter(Boolean).join(' ') };
}

const SURE = String(Math.round(CONFIDENCE * 100));

const RANGES: Readonly<Record<'sampling-error' | 'random-error-only', Sentence>> = {
  'sampling-error': {
    de: `Die angegebene Spanne ist so berechnet, dass sie in etwa ${SURE} von 100 solchen Stichproben den wahren Wert enthält, sofern Personen ohne Antwort nicht anders denken.`,
    en: `The range given is calculated so that it contains the true value in about ${SURE} of 100 such samples, provided that those who did not answer do not think differently.`,
  },
  'random-error-only': {
    de: 'Die angegebene Spanne bildet nur zufällige Schwankungen ab, nicht aber, wer überhaupt erreicht wurde.',
    en: 'The range given covers random variation only, not who was reached in the first place.',
  },
};

function comparisonOf({ design, comparisons = 1 }: SampleFacts, verdict: Verdict, adjustment: Known['adjustment']): Sentence {
  if (design === 'open' || design === 'quota') {
    return {
      de: 'Der Wert gilt nur für die Teilnehmenden. Rückschlüsse auf alle und Signifikanztests sind nicht zulässig.',
      en: 'The value holds only for those who took part. Conclusions about everyone and tests of significance are not allowed.',
    };
  }
  if (design === 'census' || verdict !== 'comparison') {
    return { de: 'Gruppen dürfen verglichen werden, ohne Signifikanztest.', en: 'Groups may be compared, without a test of significance.' };
  }
  if (adjustment === null) return { de: 'Ein Vergleich ist zulässig.', en: 'A comparison is allowed.' };
  const many = bothWays(({ count }) => count(comparisons));
  return {
    de: `Vergleiche sind zulässig. Weil es ${many.de} auf einmal sind, gelten nur Unterschiede, die auch nach der Korrektur nach Benjamini und Hochberg bestehen bleiben.`,
    en: `Comparisons are allowed. Because ${many.en} are made at once, only differences that hold after the Benjamini-Hochberg correction count.`,
  };
}

interface NumberWords {
  readonly count: (value: number) => string;
  readonly percent: (part: number) => string;
}

/** Largest and smallest parts that are not called 0 or 100 %: neither nobody nor everyone. */
const [SMALL_PART, LARGE_PART] = [0.001, 0.99];

/** Whole people; percent with one decimal below ten. What is neither nobody nor everyone is never rounded to 0 or 100 %. */
function numbers(locale: 'de-DE' | 'en-GB'): NumberWords {
  const isGerman = locale === 'de-DE';
  const format = (value: number, digits: number): string => {
    const [whole = '0', decimals] = value.toFixed(digits).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, isGerman ? '.' : ',');
    return decimals === undefined ? grouped : `${grouped}${isGerman ? ',' : '.'}${decimals}`;
  };
  const percent = (part: number): string => `${format(part * 100, part < 0.1 ? 1 : 0)}${isGerman ? '\u00a0' : ''}%`;
  const bounded = (part: number): string => {
    if (part > 0 && part < SMALL_PART) return `${isGerman ? 'weniger als' : 'less than'} ${percent(SMALL_PART)}`;
    return part > LARGE_PART && part < 1 ? `${isGerman ? 'mehr als' : 'more than'} ${percent(LARGE_PART)}` : percent(part);
  };
  return { count: (value) => format(value, 0), percent: bounded };
}

/**
 * The sentence that goes with a figure, German and English: where the people come from, and what follows for the number.
 * Only of a random sample it says that differences may be tested, and it never speaks of a response rate: what it tells of is the
 * people behind one figure.
 */
export function inferenceSentence(facts: SampleFacts, known: Known, rule: ReliabilityRule): LocalizedText {
  if (known.verdict === 'nothing') return { ...NOTHING };
  const [origin, consequence] = [originOf(facts, known), consequenceOf(facts, known, rule)];
  return { de: `${origin.de} ${consequence.de}`, en: `${origin.en} ${consequence.en}` };
}

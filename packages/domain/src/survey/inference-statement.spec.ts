import fc from 'fast-check';
import { SAMPLING_DESIGNS } from '../contract/questionnaire.js';
import { wilsonInterval } from '../inference/intervals.js';
import { RELIABILITY_RULE, type ReliabilityRule } from '../inference/reliability.js';
import type { SampleFacts } from './inference-statement-facts.js';
import { VERDICTS } from './inference-statement-facts.js';
import { inferenceStatement, inferenceVerdict } from './inference-statement.js';

describe('inferenceStatement', () => {
  it('lets open participation be an orientation only and a census speak for everyone asked', () => {
    expect(SAMPLING_DESIGNS.map(inferenceStatement)).toEqual(['census', 'random-sample', 'quota', 'orientation-only']);
  });
});

function facts(design: SampleFacts['design'], successes: number, n: number, more: Partial<SampleFacts> = {}): SampleFacts {
  const estimate = n === 0 ? null : { share: successes / n, ...wilsonInterval(successes, n) };
  return { design, n, population: null, estimate, ...more };
}

describe('inferenceVerdict', () => {
  it('goes from nothing by tendency to number and comparison', () => {
    const verdicts = (design: SampleFacts['design']) =>
      [9, 10, 29, 100].map((n) => inferenceVerdict(facts(design, Math.round(n / 2), n, { population: 120 })).verdict);
    expect(verdicts('random')).toEqual(['nothing', 'tendency', 'tendency', 'comparison']);
    expect(verdicts('census')).toEqual(['nothing', 'tendency', 'tendency', 'comparison']);
    expect(verdicts('quota')).toEqual(['nothing', 'tendency', 'tendency', 'number']);
    expect(verdicts('open')).toEqual(['nothing', 'tendency', 'tendency', 'number']);
  });

  it('counts effective people, and gives no number where the interval is too wide', () => {
    expect(inferenceVerdict(facts('random', 50, 100, { effectiveN: 29 }))).toMatchObject({ verdict: 'tendency', limit: 'too-few-effective' });
    expect(inferenceVerdict(facts('random', 50, 100, { effectiveN: 9 }))).toMatchObject({ verdict: 'nothing' });
    expect(inferenceVerdict(facts('random', 15, 30))).toMatchObject({ verdict: 'tendency', limit: 'imprecise' });
    expect(inferenceVerdict(facts('random', 15, 30), { minimumN: 30, minimumEffectiveN: 30, narrowWidth: 0.05, wideWidth: 0.4, relativeWidth: 1.3 })).toMatchObject({
      verdict: 'comparison',
      limit: null,
    });
    // A mean has no interval of a share; its number of people decides.
    expect(inferenceVerdict(facts('random', 0, 30, { estimate: null }))).toMatchObject({ verdict: 'comparison', interval: 'none' });
  });

  it('asks for the Benjamini-Hochberg correction as soon as there are several comparisons', () => {
    const city = facts('random', 400, 1000, { population: 75_000 });
    const one = inferenceVerdict(city);
    const seventeen = inferenceVerdict({ ...city, comparisons: 17 });
    expect(one).toMatchObject({ verdict: 'comparison', significance: true, adjustment: null, interval: 'sampling-error', part: null });
    expect(seventeen.adjustment).toBe('benjamini-hochberg');
    expect(inferenceVerdict({ ...city, comparisons: 2 }).adjustment).toBe('benjamini-hochberg');
    expect(seventeen.sentence).toEqual({
      de: 'Zufallsstichprobe: Hinter diesem Wert stehen 1.000 zufällig ausgewählte Personen aus einer Zielgruppe von 75.000. Die angegebene Spanne ist so berechnet, dass sie in etwa 95 von 100 solchen Stichproben den wahren Wert enthält, sofern Personen ohne Antwort nicht anders denken. Vergleiche sind zulässig. Weil es 17 auf einmal sind, gelten nur Unterschiede, die auch nach der Korrektur nach Benjamini und Hochberg bestehen bleiben.',
      en: 'Random sample: 1,000 people chosen at random from a target group of 75,000 stand behind this value. The range given is calculated so that it contains the true value in about 95 of 100 such samples, provided that those who did not answer do not think differently. Comparisons are allowed. Because 17 are made at once, only differences that hold after the Benjamini-Hochberg correction count.',
    });
  });

  it('calls open participation an orientation value, with its part of the target group and never a response rate', () => {
    const verdict = inferenceVerdict(facts('open', 60, 120, { population: 10_500, comparisons: 17 }));
    expect(verdict).toMatchObject({
      statement: 'orientation-only',
      verdict: 'number',
      interval: 'random-error-only',
      significance: false,
      adjustment: null,
      part: { of: 'target-group', value: 120 / 10_500 },
    });
    expect(verdict.sentence).toEqual({
      de: 'Orientierungswert: Hinter diesem Wert stehen 120 Personen, die sich selbst zur Teilnahme entschieden haben; das entspricht 1,1\u00a0% der Zielgruppe von 10.500 Personen. Die angegebene Spanne bildet nur zufällige Schwankungen ab, nicht aber, wer überhaupt erreicht wurde. Der Wert gilt nur für die Teilnehmenden. Rückschlüsse auf alle und Signifikanztests sind nicht zulässig.',
      en: 'Orientation value: 120 people who decided for themselves to take part stand behind this value; that is 1.1% of the target group of 10,500 people. The range given covers random variation only, not who was reached in the first place. The value holds only for those who took part. Conclusions about everyone and tests of significance are not allowed.',
    });
  });

  it('gives a census no sampling interval, but a sentence on who did not answer', () => {
    const most = inferenceVerdict(facts('census', 30, 60, { population: 80 }));
    expect(most).toMatchObject({ verdict: 'comparison', interval: 'none', significance: false, part: { of: 'invited', value: 0.75 } });
    expect(most.sentence).toEqual({
      de: 'Vollerhebung: Hinter diesem Wert stehen 60 von 80 eingeladenen Personen (75\u00a0%). Einen Stichprobenfehler gibt es nicht, aber wer nicht geantwortet hat, kann anders denken. Gruppen dürfen verglichen werden, ohne Signifikanztest.',
      en: 'Census: 60 of 80 people who were invited stand behind this value (75%). There is no sampling error, but those who did not answer may think differently. Groups may be compared, without a test of significance.',
    });
    // Weights change nothing about a census: nobody was drawn.
    expect(inferenceVerdict(facts('census', 30, 60, { population: 80, effectiveN: 5 }))).toMatchObject({ verdict: 'comparison', limit: null });
    const half = inferenceVerdict(facts('census', 20, 40, { population: 80 }));
    expect(half).toMatchObject({ verdict: 'number', limit: 'half-or-fewer-answered' });
    expect(half.sentence.de).toContain('Weil höchstens die Hälfte der Eingeladenen hinter diesem Wert steht, gilt er nur für diese Personen. Vergleiche zwischen Gruppen sind nicht zulässig.');
    expect(inferenceVerdict(facts('census', 20, 40, { population: 40 })).sentence.de).toContain('Alle 40 eingeladenen Personen haben geantwortet');
  });

  it('compares no groups of a census of which nobody knows how many were invited', () => {
    const unknown = inferenceVerdict(facts('census', 20, 40));
    expect(unknown).toMatchObject({ verdict: 'number', limit: 'response-unknown', part: null });
    expect(unknown.sentence).toEqual({
      de: 'Vollerhebung: Hinter diesem Wert stehen 40 Personen. Einen Stichprobenfehler gibt es nicht, aber wer nicht geantwortet hat, kann anders denken. Weil nicht bekannt ist, wie viele eingeladen waren, gilt der Wert nur für die Personen, die geantwortet haben. Vergleiche zwischen Gruppen sind nicht zulässig.',
      en: 'Census: 40 people stand behind this value. There is no sampling error, but those who did not answer may think differently. Because it is not known how many were invited, the value holds only for those who answered. Groups must not be compared.',
    });
  });

  it('never rounds some to none or most to all', () => {
    const sentence = (design: SampleFacts['design'], n: number, population: number) => inferenceVerdict(facts(design, 0, n, { estimate: null, population })).sentence;
    expect(sentence('open', 12, 75_000)).toMatchObject({
      de: expect.stringContaining('das entspricht weniger als 0,1\u00a0% der Zielgruppe') as string,
      en: expect.stringContaining('that is less than 0.1% of the target group') as string,
    });
    expect(sentence('census', 799, 800)).toMatchObject({ de: expect.stringContaining('(mehr als 99\u00a0%)') as string, en: expect.stringContaining('(more than 99%)') as string });
    expect(sentence('census', 10_000, 10_000).de).toContain('Alle 10.000 eingeladenen');
  });

  it('says why there is only a tendency, with the numbers of the rule in force', () => {
    const tendency = (n: number, more: Partial<SampleFacts>, rule?: ReliabilityRule) => inferenceVerdict(facts('quota', Math.round(n / 2), n, more), rule).sentence.de;
    expect(tendency(20, {})).toContain('Weil hinter dem Wert weniger als 30 Personen stehen, lässt sich nur eine Tendenz in Worten angeben.');
    expect(tendency(40, {}, { ...RELIABILITY_RULE, minimumN: 50 })).toContain('weniger als 50 Personen');
    expect(tendency(40, { effectiveN: 20 })).toContain('Weil die gewichteten Antworten nur so viel aussagen wie die von weniger als 30 Personen, lässt');
    expect(tendency(30, {})).toContain('Weil die Spanne um den Wert zu breit ist, lässt sich nur');
  });

  it('never tells how many people there are below ten', () => {
    for (const design of SAMPLING_DESIGNS) {
      const { part, sentence } = inferenceVerdict(facts(design, 1, 7, { population: 4711 }));
      expect(part).toBeNull();
      expect(`${sentence.de ?? ''}${sentence.en ?? ''}`).not.toMatch(/7|4[.,]?711/);
    }
  });

  it('holds its promises for all facts', () => {
    const any = fc.record({
      design: fc.constantFrom(...SAMPLING_DESIGNS),
      n: fc.integer({ min: 0, max: 300 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      others: fc.option(fc.nat(5000)),
      effective: fc.double({ min: 0.1, max: 1, noNaN: true }),
      comparisons: fc.nat(20),
    });
    fc.assert(
      fc.property(any, ({ design, n, part, others, effective, comparisons }) => {
        const given = facts(design, Math.round(part * n), n, { effectiveN: n * effective, comparisons, population: others === null ? null : n + others + 1 });
        const result = inferenceVerdict(given);
        const level = VERDICTS.indexOf(result.verdict);
        if (n < 10) expect(level).toBe(0);
        if (n < 30) expect(level).toBeLessThan(2);
        if (design === 'open' || design === 'quota') expect(level).toBeLessThan(3);
        if (design === 'census') expect(result.interval).toBe('none');
        expect(result.significance && design !== 'random').toBe(false);
        if (result.part !== null) expect(design).toBe(result.part.of === 'invited' ? 'census' : 'open');
        if (design === 'open' && level > 0) {
          expect(result.sentence.de).toContain('Orientierungswert');
          expect(result.sentence.en).not.toMatch(/response rate|random sample|chosen at random/i);
        }
        for (const text of [result.sentence.de, result.sentence.en]) expect(text).toMatch(/^\S[^{}]*\.$/);
      }),
      { seed: 20_260_308, numRuns: 500 },
    );
  });

  it.each([
    ['fewer people than none', () => inferenceVerdict(facts('random', 0, 0, { n: -1 }))],
    ['no number', () => inferenceVerdict(facts('random', 0, 0, { n: Number.NaN }))],
    ['more people than the population', () => inferenceVerdict(facts('open', 5, 50, { population: 49 }))],
    ['no population', () => inferenceVerdict(facts('open', 0, 0, { population: 0 }))],
    ['more effective people than people', () => inferenceVerdict(facts('random', 5, 50, { effectiveN: 51 }))],
    ['half a comparison', () => inferenceVerdict(facts('random', 5, 50, { comparisons: 0.5 }))],
    ['an interval beside the share', () => inferenceVerdict(facts('random', 5, 50, { estimate: { share: 0.5, lower: 0.6, upper: 0.7 } }))],
  ])('refuses %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { SAMPLING_DESIGNS } from '../contract/questionnaire.js';
import { wilsonInterval } from '../inference/intervals.js';
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
    const verdicts = (design: SampleFacts['design']) => [9, 10, 29, 100].map((n) => inferenceVerdict(facts(design, Math.round(n / 2), n)).verdict);
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
    expect(one).toMatchObject({ verdict: 'comparison', significance: true, adjustment: null, interval: 'sampling-error', rate: null });
    expect(seventeen.adjustment).toBe('benjamini-hochberg');
    expect(seventeen.sentence).toEqual({
      de: 'Zufallsstichprobe: 1.000 Personen stehen für 75.000. Die angegebene Spanne enthält den wahren Wert in 95 von 100 solchen Stichproben. Vergleiche sind zulässig; weil es 17 zugleich sind, gelten nur Unterschiede, die auch nach der Korrektur nach Benjamini und Hochberg bestehen.',
      en: 'Random sample: 1,000 people stand for 75,000. The range given contains the true value in 95 of 100 such samples. Comparisons are allowed; because 17 are made at once, only differences that hold after the Benjamini-Hochberg correction count.',
    });
  });

  it('calls open participation an orientation value, with its part of the population and never a response rate', () => {
    const verdict = inferenceVerdict(facts('open', 60, 120, { population: 10_500, comparisons: 17 }));
    expect(verdict).toMatchObject({
      statement: 'orientation-only',
      verdict: 'number',
      interval: 'random-error-only',
      significance: false,
      adjustment: null,
      rate: { kind: 'participation', value: 120 / 10_500 },
    });
    expect(verdict.sentence).toEqual({
      de: 'Orientierungswert: 120 Personen haben freiwillig teilgenommen, das sind 1,1\u00a0% von 10.500 Einwohnerinnen und Einwohnern. Wer teilnimmt, entscheidet jede Person selbst. Die angegebene Spanne erfasst nur den Zufall, nicht, wer überhaupt erreicht wurde. Die Zahl gilt für die Teilnehmenden. Aussagen über alle und Vergleiche mit Signifikanz sind nicht zulässig.',
      en: 'Orientation value: 120 people took part of their own accord, which is 1.1% of 10,500 inhabitants. Everyone decides for themselves whether to take part. The range given covers chance only, not who was reached in the first place. The number holds for those who took part. Conclusions about everyone and comparisons with significance are not allowed.',
    });
  });

  it('gives a census no sampling interval, but a sentence on who did not answer', () => {
    const most = inferenceVerdict(facts('census', 30, 60, { population: 80 }));
    expect(most).toMatchObject({ verdict: 'comparison', interval: 'none', significance: false, rate: { kind: 'response-rate', value: 0.75 } });
    expect(most.sentence).toEqual({
      de: 'Vollerhebung: 60 von 80 Befragten haben geantwortet (75\u00a0%). Einen Stichprobenfehler gibt es nicht, aber wer nicht geantwortet hat, kann anders denken. Gruppen dürfen verglichen werden, ohne Signifikanztest.',
      en: 'Census: 60 of 80 people who were asked answered (75%). There is no sampling error, but those who did not answer may think differently. Groups may be compared, without a test of significance.',
    });
    const half = inferenceVerdict(facts('census', 20, 40, { population: 80 }));
    expect(half).toMatchObject({ verdict: 'number', limit: 'half-or-fewer-answered' });
    expect(half.sentence.de).toContain('Vergleiche zwischen Gruppen sind nicht zulässig');
    expect(inferenceVerdict(facts('census', 20, 40, { population: 40 })).sentence.de).toContain('Alle 40 Befragten haben geantwortet');
    expect(inferenceVerdict(facts('census', 20, 40)).sentence.en).toContain('everyone was asked, 40 answered');
  });

  it('never tells how many people there are below ten', () => {
    for (const design of SAMPLING_DESIGNS) {
      const { rate, sentence } = inferenceVerdict(facts(design, 1, 7, { population: 4711 }));
      expect(rate).toBeNull();
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
        if (result.rate?.kind === 'response-rate') expect(design).toBe('census');
        if (design === 'open' && level > 0) {
          expect(result.sentence.de).toContain('Orientierungswert');
          expect(result.sentence.en).not.toMatch(/response rate|random sample/i);
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
    ['half a comparison', () => inferenceVerdict(facts('random', 5, 50, { comparisons: 0.5 }))],
    ['an interval beside the share', () => inferenceVerdict(facts('random', 5, 50, { estimate: { share: 0.5, lower: 0.6, upper: 0.7 } }))],
  ])('refuses %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });
});

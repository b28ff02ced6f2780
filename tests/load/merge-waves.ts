import { codedVariables } from '@stadtteilstimme/domain';
import { codebookFromSurvey, mergeVersions } from '@stadtteilstimme/questionnaire';
import { seededNumbers } from '../runner/random-answers.ts';
import { type BenchmarkRun, grouped, type Measurement, median, ms, times } from './measurement.ts';

const QUESTIONS = 60;

/** A wave of sixty questions with seven codes; every tenth question is missing in the second wave. */
function wave(number: number) {
  const elements = Array.from({ length: QUESTIONS }, (_, index) => ({ type: 'radiogroup', name: `q${index}`, title: `Frage ${index}`, choices: [1, 2, 3, 4, 5, 98, 99] }));
  const survey = { locale: 'de', pages: [{ name: 'p', elements: elements.filter((_, index) => number === 1 || index % 10 !== 0) }] };
  return { wave: `2026-${number}`, survey, codebook: codebookFromSurvey(survey).codebook, languages: ['de'] };
}

/** Coded vectors of two waves into the vectors of their merged codebook, against copying the same bytes. */
export function mergeWaves({ quick }: BenchmarkRun): Measurement {
  const waves = [wave(1), wave(2)];
  const next = seededNumbers(60);
  const count = quick ? 20_000 : 100_000;
  const preparing = median(Array.from({ length: 7 }, () => timed(() => { mergeVersions(waves); })));
  const { recoders } = mergeVersions(waves);
  const sources = waves.map(({ codebook, wave }) => ({
    recode: recoders.get(wave) ?? ((vector: Uint8Array) => vector),
    vectors: Array.from({ length: count / 2 }, () => Uint8Array.from(codedVariables(codebook), (variable) => variable.codes[Math.floor(next() * variable.codes.length)]?.position ?? 0)),
  }));
  let bytes = 0;
  const each = (work: (vector: Uint8Array, recode: (vector: Uint8Array) => Uint8Array) => Uint8Array): number =>
    timed(() => {
      for (const { recode, vectors } of sources) for (const vector of vectors) bytes += work(vector, recode).length;
    });
  const ours: number[] = [];
  const copies: number[] = [];
  for (let round = -2; round < (quick ? 5 : 11); round += 1) {
    const [recoding, copying] = [each((vector, recode) => recode(vector)), each((vector) => vector.slice())];
    if (round < 0) continue;
    ours.push(recoding);
    copies.push(copying);
  }
  const [mine, theirs] = [median(ours), median(copies)];
  return {
    title: 'Merging waves',
    method: [
      `${grouped(count)} coded vectors of two waves, ${QUESTIONS} and ${QUESTIONS - QUESTIONS / 10} variables, recoded to their merged codebook through the prepared tables; limit: a copy of each vector (\`slice\`). Rounds in turn, median.`,
    ],
    figures: [
      { work: `recode ${grouped(count)} vectors`, ours: `${ms(mine)}, ${grouped((count / mine) * 1000)} per second`, limit: ms(theirs), ratio: times(mine / theirs), target: '–', holds: null },
      { work: 'compare and prepare two waves', ours: ms(preparing), limit: '–', ratio: '–', target: '–', holds: null },
    ],
    notes: [`${grouped(bytes)} bytes written.`],
  };
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

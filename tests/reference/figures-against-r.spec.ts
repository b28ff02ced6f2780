/**
 * Scoring and inference against base R and its packages survey (Lumley) and psych (Revelle): every function on 200 random
 * data sets, all in one R process.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { seededNumbers } from '../runner/random-answers.ts';
import { COMPARED, type Figures } from './compared-functions.ts';

const DATA_SETS = 200;
const AGREEMENT = 1e-6;
const GET_R = 'R with survey, psych and jsonlite not found. Debian: apt-get install r-base-core r-cran-survey r-cran-psych r-cran-jsonlite';

function isInstalled(): boolean {
  const probe = 'for (p in c("survey", "psych", "jsonlite")) if (!requireNamespace(p, quietly = TRUE)) quit(status = 1)';
  return spawnSync('Rscript', ['-e', probe], { stdio: 'ignore' }).status === 0;
}

/** Relative; absolute where a figure is 0 but for rounding. A p-value is never that: its tail counts however small it is. */
function deviation(name: string, ours: number, theirs: number): number {
  const distance = Math.abs(ours - theirs);
  return distance < (name === 'p' ? 1e-300 : 1e-12) ? distance : distance / Math.abs(theirs);
}

/** Largest deviation of one data set. Both must have the same figures, and lack the same. */
function compare(ours: Figures, theirs: Figures, place: string): number {
  assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort(), `${place}: the same figures`);
  return Object.entries(ours).reduce((largest, [name, value]) => {
    const other = theirs[name] ?? null;
    if (value === null || other === null) {
      assert.equal(value, other, `${place}, ${name}: one has a figure, the other has none`);
      return largest;
    }
    const own = deviation(name, value, other);
    assert.ok(own <= AGREEMENT, `${place}, ${name}: ${String(value)} here, ${String(other)} in R`);
    return Math.max(largest, own);
  }, 0);
}

const skip = isInstalled() ? false : GET_R;

describe('figures against R', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'stadtteilstimme-reference-'));
  const ours = new Map<string, Figures[]>();
  let theirs: Readonly<Record<string, readonly Figures[]>> = {};

  before(() => {
    if (skip !== false) return;
    const input: Record<string, object[]> = {};
    Object.entries(COMPARED).forEach(([name, trial], place) => {
      const next = seededNumbers(1000 + place);
      const trials = Array.from({ length: DATA_SETS }, () => trial(next));
      input[name] = trials.map(({ data }) => data);
      ours.set(name, trials.map(({ figures }) => figures));
    });
    const [from, to] = [path.join(folder, 'input.json'), path.join(folder, 'output.json')];
    writeFileSync(from, JSON.stringify(input));
    const { status, stderr } = spawnSync('Rscript', [path.join(import.meta.dirname, 'reference-values.R'), from, to], { encoding: 'utf8' });
    assert.equal(status, 0, `R failed: ${stderr}`);
    theirs = JSON.parse(readFileSync(to, 'utf8')) as typeof theirs;
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const name of Object.keys(COMPARED)) {
    it(name, { skip }, (t) => {
      const [here, there] = [ours.get(name) ?? [], theirs[name] ?? []];
      assert.equal(here.length, DATA_SETS);
      assert.equal(there.length, DATA_SETS);
      const largest = here.reduce((before, figures, index) => Math.max(before, compare(figures, there[index] ?? {}, `${name} ${String(index)}`)), 0);
      assert.ok(here.every((figures) => Object.keys(figures).length > 0), 'every data set has figures');
      t.diagnostic(`${String(DATA_SETS)} data sets, largest deviation ${largest.toExponential(1)}`);
    });
  }
});

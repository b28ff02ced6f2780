import type { CriterionSource } from '../disclosure/report-input.js';
import { percentOfScale } from '../scoring/scale-range.js';
import { scoresByByte } from '../scoring/scale-score.js';
import { codedVariables, type Codebook, type Variable } from '../survey/codebook.js';

/** A scored column: which coded variable, and the score of each of its bytes (NaN = none). */
export interface ScoredColumn {
  readonly column: number;
  readonly scores: Float64Array;
}

/** Bestand and Bedarf of one item, on scales with the same ends. */
export interface PairPlan {
  readonly itemId: string;
  readonly bestand: ScoredColumn;
  readonly bedarf: ScoredColumn;
}

/** The scored Bestand columns of one criterion; may be empty (then nobody has an index). */
export interface CriterionPlan {
  /** Scores already on 0 to 100. */
  readonly columns: readonly ScoredColumn[];
}

/** What is counted beyond the distribution of each variable. */
export interface CountingPlan {
  readonly pairs: readonly PairPlan[];
  readonly criteria: readonly CriterionPlan[];
}

function isScored(variable: Variable): boolean {
  return variable.measurement === 'ordinal' && variable.scale !== null;
}

/** As `scoresByByte`, each score as percent of its scale. */
function percentsByByte(variable: Variable): Float64Array {
  const { scale } = variable;
  return scoresByByte(variable).map((score) => (scale === null || Number.isNaN(score) ? Number.NaN : percentOfScale(score, scale)));
}

/** A gap is a difference of codes: it means something only where both scales have the same ends. */
function haveSameRange(bestand: Variable, bedarf: Variable): boolean {
  return bestand.scale?.min === bedarf.scale?.min && bestand.scale?.max === bedarf.scale?.max;
}

/** Bestand variables with an ordered scale of the given items: what a criterion's index is made of. */
export function criterionVariables(codebook: Codebook, itemIds: readonly string[]): readonly Variable[] {
  return codedVariables(codebook).filter(
    (variable) => variable.part === 'bestand' && isScored(variable) && variable.itemId !== null && itemIds.includes(variable.itemId),
  );
}

function pairPlans(variables: readonly Variable[]): readonly PairPlan[] {
  return variables.flatMap((bestand, column) => {
    const partner = variables.findIndex((other) => other.itemId === bestand.itemId && other.part === 'bedarf' && isScored(other));
    const bedarf = variables[partner];
    if (bestand.part !== 'bestand' || !isScored(bestand) || bestand.itemId === null || bedarf === undefined) return [];
    if (!haveSameRange(bestand, bedarf)) return [];
    return [
      {
        itemId: bestand.itemId,
        bestand: { column, scores: scoresByByte(bestand) },
        bedarf: { column: partner, scores: scoresByByte(bedarf) },
      },
    ];
  });
}

/**
 * Derives from the codebook what has to be counted per person: every pair's gap and every criterion's index.
 * The same codebook and criteria give the same plan, so counts and report fit together.
 */
export function countingPlan(codebook: Codebook, criteria: readonly Pick<CriterionSource, 'itemIds'>[]): CountingPlan {
  const variables = codedVariables(codebook);
  return {
    pairs: pairPlans(variables),
    criteria: criteria.map(({ itemIds }) => ({
      columns: criterionVariables(codebook, itemIds).map((variable) => ({
        column: variables.indexOf(variable),
        scores: percentsByByte(variable),
      })),
    })),
  };
}

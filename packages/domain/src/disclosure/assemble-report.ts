import type {
  Cell,
  CriterionReport,
  DistributionRow,
  Figure,
  GapRow,
  ItemReport,
  ReportRowId,
  VariableReport,
} from '../contract/report.js';
import { scaleScore } from '../scoring/scale-score.js';
import { codedVariables, type Variable } from '../survey/codebook.js';
import { countingPlan, criterionVariables } from '../tabulation/counting-plan.js';
import { BYTES, type ReportCounts, type RowMoments } from '../tabulation/counts.js';
import { ALL_ROW } from './count-table.js';
import { criterionBalance } from './criterion-balance.js';
import {
  indexFigure,
  meanFigure,
  NO_FIGURE,
  personGapFigure,
  shareFigure,
  shareGapFigure,
  withheldFigure,
  withholdDifferences,
  type IndexItem,
  type Moments,
} from './figures.js';
import { cellReader, ReportProtection, type ProtectedVariable } from './protect-report.js';
import { sealProtected } from './protected.js';
import type { AssembleReportInput, CriterionSource, ProtectedReport, ReportItemSource } from './report-input.js';
import { AGREE, BASE, codeKey, DISAGREE, fivePoints, isMissingOption, NOT_ANSWERED_KEY, validCodes } from './variable-columns.js';

/**
 * Makes a protected report from raw counts: the only way from counts to cells and figures. Protection is computed once, for
 * the whole city; which rows a viewer gets is chosen afterwards by `selectRows`, so no two viewers see different protections.
 * Row `all` comes first, then the rows in the order of the input. Free text is never counted; the district question is left
 * out, for its distribution is the participants table; items without a counted variable are left out.
 * Pure: same input, same report.
 * @throws RangeError when counts, codebook and rows do not fit together.
 */
export function assembleReport(input: AssembleReportInput): ProtectedReport {
  return new ReportAssembly(input).report();
}

/** Sums of one row; row number `rowCount` is everyone. */
function momentsAt(moments: RowMoments | undefined, row: number, rowCount: number): Moments {
  const add = (values: Uint32Array | Float64Array | undefined): number => {
    if (values === undefined) return 0;
    return row < rowCount ? (values[row] ?? 0) : Array.from(values).reduce((sum, value) => sum + value, 0);
  };
  return { n: add(moments?.n), sum: add(moments?.sum), sumOfSquares: add(moments?.sumOfSquares) };
}

/** Whether a filter leaves out nobody or at least k of the people a figure is about; else two reports could be subtracted. */
function restIsSafe(rest: RowMoments | undefined, row: number, rowCount: number, k: number): boolean {
  const { n } = momentsAt(rest, row, rowCount);
  return n === 0 || n >= k;
}

class ReportAssembly {
  private readonly protection: ReportProtection;
  private readonly protectedVariables = new Map<string, ProtectedVariable>();
  /** Row numbers in the order they are shown: `all`, then the input's rows. */
  private readonly order: readonly { readonly row: ReportRowId; readonly index: number }[];
  /** Item → place of its pair in `counts.pairs`. */
  private readonly pairPlaces: ReadonlyMap<string, number>;

  constructor(private readonly input: AssembleReportInput) {
    this.protection = new ReportProtection(input);
    const { rows } = input;
    this.pairPlaces = new Map(countingPlan(input.codebook, []).pairs.map(({ itemId }, place) => [itemId, place]));
    this.order = [{ row: ALL_ROW, index: rows.length }, ...rows.map(({ row }, index) => ({ row, index }))];
  }

  report(): ProtectedReport {
    const people = cellReader(this.protection.participants());
    const modes = cellReader(this.protection.modes());
    const items = this.input.items.flatMap((item) => this.item(item));
    return sealProtected({
      total: people(this.input.rows.length, 'people'),
      participants: this.order.map(({ row, index }) => ({
        row,
        count: people(index, 'people'),
        population: this.input.rows[index]?.population ?? null,
      })),
      modes: this.input.modes.map((mode, index) => ({ mode, count: modes(index, 'people') })),
      items,
      criteria: this.input.criteria.map((criterion, index) => this.criterion(criterion, index, items)),
    });
  }

  private protectedVariable(variable: Variable): ProtectedVariable {
    const known = this.protectedVariables.get(variable.name) ?? this.protection.variable(variable);
    this.protectedVariables.set(variable.name, known);
    return known;
  }

  private item(source: ReportItemSource): readonly ItemReport[] {
    const variables = codedVariables(this.input.codebook).filter(
      ({ name, itemId, demographicId }) =>
        (itemId === source.itemId || demographicId === source.itemId) && name !== this.input.codebook.districtVariable,
    );
    if (variables.length === 0) return [];
    const gaps = source.kind === 'pair' ? this.gaps(source.itemId, variables) : [];
    return [{ ...source, variables: variables.map((variable) => this.variableReport(variable)), gaps }];
  }

  private variableReport(variable: Variable): VariableReport {
    return {
      variable: variable.name,
      part: variable.part,
      scaleId: variable.scale?.id ?? null,
      labels: variable.labels,
      codes: variable.codes.map(({ code, missing, labels }) => ({ code, missing: code === 1 && isMissingOption(variable) ? (variable.option?.missing ?? null) : missing, labels })),
      rows: this.order.map(({ row, index }) => this.distributionRow(variable, row, index)),
    };
  }

  private distributionRow(variable: Variable, row: ReportRowId, index: number): DistributionRow {
    const protectedVariable = this.protectedVariable(variable);
    const cell = (key: string): Cell => protectedVariable.cell(index, key);
    const points = fivePoints(variable);
    return {
      row,
      base: cell(BASE),
      cells: variable.codes.map((code) => cell(codeKey(code))),
      notAnswered: cell(NOT_ANSWERED_KEY),
      notShown: protectedVariable.notShown(index),
      disagree: points === null ? null : cell(DISAGREE),
      neutral: points === null ? null : cell(codeKey(points.middle)),
      agree: points === null ? null : cell(AGREE),
      share: this.share(variable, index),
      mean: this.mean(variable, index),
    };
  }

  /** The cell a reader takes as "yes": the agreement of an ordered scale, the tick of an option; null for other variables. */
  private headline(variable: Variable, index: number): Cell | null {
    const protectedVariable = this.protectedVariable(variable);
    if (fivePoints(variable) !== null) return protectedVariable.cell(index, AGREE);
    if (isMissingOption(variable)) return null;
    const tick = variable.part === 'option' ? variable.codes.find(({ code }) => code === 1) : undefined;
    return tick === undefined ? null : protectedVariable.cell(index, codeKey(tick));
  }

  private share(variable: Variable, index: number): Figure {
    const headline = this.headline(variable, index);
    return headline === null ? NO_FIGURE : shareFigure(headline, this.protectedVariable(variable).cell(index, BASE));
  }

  private mean(variable: Variable, index: number): Figure {
    const { scale, measurement } = variable;
    if (scale === null || measurement !== 'ordinal') return NO_FIGURE;
    const protectedVariable = this.protectedVariable(variable);
    const cells = validCodes(variable).flatMap((code) =>
      typeof code.code === 'number' ? [{ score: code.code, cell: protectedVariable.cell(index, codeKey(code)) }] : [],
    );
    return meanFigure(cells, protectedVariable.cell(index, BASE), scale);
  }

  private validCells(variable: Variable, index: number): readonly Cell[] {
    const protectedVariable = this.protectedVariable(variable);
    return validCodes(variable).map((code) => protectedVariable.cell(index, codeKey(code)));
  }

  private gaps(itemId: string, variables: readonly Variable[]): readonly GapRow[] {
    const bestand = variables.find(({ part }) => part === 'bestand');
    const bedarf = variables.find(({ part }) => part === 'bedarf');
    if (bestand === undefined || bedarf === undefined) return [];
    const gaps = this.personGaps(bestand, bedarf, this.pairPlaces.get(itemId) ?? -1);
    return this.order.map(({ row, index }) => ({
      row,
      gap: gaps.rows[index] ?? gaps.all,
      shareGap: this.shareGap(bestand, bedarf, index),
    }));
  }

  private personGaps(bestand: Variable, bedarf: Variable, pair: number): ReturnType<typeof withholdDifferences> {
    if (pair < 0) return { rows: [], all: NO_FIGURE };
    const { counts, rows } = this.input;
    const ofRows = rows.map((_, index) => ({
      figure: this.personGap(bestand, bedarf, pair, index),
      n: counts.pairs[pair]?.n[index] ?? 0,
      bases: [this.validAnswers(bestand, index), this.validAnswers(bedarf, index)],
    }));
    return withholdDifferences(ofRows, this.personGap(bestand, bedarf, pair, rows.length), this.minimumCell([bestand, bedarf]));
  }

  /** Unprotected: only for deciding what to withhold. */
  private validAnswers(variable: Variable, row: number): number {
    const bytes = this.input.counts.variables[codedVariables(this.input.codebook).indexOf(variable)];
    return validCodes(variable).reduce((sum, { position }) => sum + (bytes?.[row * BYTES + position] ?? 0), 0);
  }

  private personGap(bestand: Variable, bedarf: Variable, pair: number, index: number): Figure {
    const { counts, rest, rows } = this.input;
    const k = this.minimumCell([bestand, bedarf]);
    if (!restIsSafe(rest?.pairs[pair], index, rows.length, k)) return withheldFigure('protected');
    const cells = (variable: Variable): readonly Cell[] => [
      this.protectedVariable(variable).cell(index, BASE),
      ...this.validCells(variable, index),
    ];
    const range = bedarf.scale === null ? 1 : bedarf.scale.max - bedarf.scale.min;
    return personGapFigure(momentsAt(counts.pairs[pair], index, rows.length), cells(bestand), cells(bedarf), k, range);
  }

  /** For a negative statement "true" is the side that disagrees with it. */
  private shareGap(bestand: Variable, bedarf: Variable, index: number): Figure {
    const important = this.headline(bedarf, index);
    const stated = this.headline(bestand, index);
    if (important === null || stated === null) return NO_FIGURE;
    const fulfilled = bestand.reverse ? this.protectedVariable(bestand).cell(index, DISAGREE) : stated;
    return shareGapFigure(
      { part: important, base: this.protectedVariable(bedarf).cell(index, BASE) },
      { part: fulfilled, base: this.protectedVariable(bestand).cell(index, BASE) },
    );
  }

  private criterion(source: CriterionSource, position: number, published: readonly ItemReport[]): CriterionReport {
    const variables = criterionVariables(this.input.codebook, source.itemIds);
    const k = this.minimumCell(variables);
    const { counts, rest, rows } = this.input;
    const items = source.itemIds.flatMap((itemId) => published.find((item) => item.itemId === itemId) ?? []);
    return {
      ...source,
      rows: this.order.map(({ row, index }) => ({
        row,
        index: restIsSafe(rest?.criteria[position], index, rows.length, k)
          ? indexFigure(this.indexMoments(counts, position, index), variables.map((variable) => this.indexItem(variable, index)), k)
          : withheldFigure('protected'),
        balance: criterionBalance(items, row),
      })),
    };
  }

  private indexMoments(counts: ReportCounts, position: number, index: number): Moments {
    return momentsAt(counts.criteria[position], index, counts.rowCount);
  }

  private indexItem(variable: Variable, index: number): IndexItem {
    const protectedVariable = this.protectedVariable(variable);
    const points = fivePoints(variable);
    return {
      base: protectedVariable.cell(index, BASE),
      codes: this.validCells(variable, index).filter((_, code) => scaleScore(variable, validCodes(variable)[code]?.code ?? '') !== null),
      sums:
        points === null
          ? null
          : [DISAGREE, codeKey(points.middle), AGREE].map((key) => protectedVariable.cell(index, key)),
    };
  }

  private minimumCell(variables: readonly Variable[]): number {
    const { minimumCell, minimumSensitiveCell } = this.input.policy;
    return variables.some(({ art9, sensitive }) => art9 || sensitive) ? Math.max(minimumCell, minimumSensitiveCell) : minimumCell;
  }
}

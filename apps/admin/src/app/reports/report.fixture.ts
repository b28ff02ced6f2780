import type { Cell, CriterionReport, DistributionRow, Figure, ItemReport, Report, ReportRowId, VariableReport, WithheldReason } from '@stadtteilstimme/domain';

/** A small invented report for specs: the whole city, three Stadtteile of different size, people without one. */
export const ROWS = ['all', 'nord', 'sued', 'west', 'unknown'] as const;

export function count(people: number): Cell {
  return { kind: 'count', count: people };
}

export function withheld(reason: WithheldReason): Cell & Figure {
  return { kind: 'withheld', reason };
}

export function figure(value: number, n = 100): Figure {
  return { kind: 'number', value, lower: value - 0.05, upper: value + 0.05, n };
}

export function distributionRow(row: ReportRowId, share: Figure, base: Cell = count(100)): DistributionRow {
  return { row, base, cells: [count(10), count(20), count(30), count(25), count(15), count(4)], notAnswered: count(1), notShown: count(0), disagree: count(30), neutral: count(30), agree: count(40), share, mean: figure(3) };
}

export function variable(part: VariableReport['part'], shares: Readonly<Partial<Record<string, Figure>>>, scaleId: string | null = part === 'bedarf' ? 'WICHT5' : 'ZUST5'): VariableReport {
  return {
    variable: part, part, scaleId, labels: {},
    codes: [1, 2, 3, 4, 5, 98].map((code) => ({ code, missing: code === 98 ? 'dont-know' : null, labels: { de: `Stufe ${code}` } })),
    rows: Object.entries(shares).map(([row, share]) => distributionRow(row, share ?? { kind: 'not-asked' })),
  };
}

export function pair(itemId: string, today: Figure, wanted: Figure): ItemReport {
  const gap: Figure = today.kind === 'number' && wanted.kind === 'number' ? figure(wanted.value - today.value) : { kind: 'withheld', reason: 'protected' };
  return {
    itemId, kind: 'pair', text: { de: `Aussage ${itemId}` }, criterion: 'K1', fieldOfAction: null, reverse: false, art9: false,
    variables: [variable('bestand', { all: today }), variable('bedarf', { all: wanted })], gaps: [{ row: 'all', gap, shareGap: gap }],
  };
}

/** Balances and indices by row; where no index is given it is withheld, as in most Stadtteile. */
export function criterion(id: string, balances: Readonly<Partial<Record<string, Figure>>>, indices: typeof balances = {}): CriterionReport {
  return { criterion: id, fieldOfAction: null, names: { de: `Kriterium ${id}` }, itemIds: [], rows: Object.entries(balances).map(([row, balance]) => ({ row, index: indices[row] ?? withheld('protected'), balance: balance ?? { kind: 'not-asked' } })) };
}

export function report(part: Partial<Report> = {}): Report {
  return {
    questionnaireId: 'q', versionNumber: 1, title: { de: 'Titel' }, synthetic: false, samplingDesign: 'open', statement: 'orientation-only', targetGroupId: 'senior',
    filters: { districtIds: [], modes: [], targetGroupIds: [], weekFrom: null, weekTo: null },
    policy: { minimumCell: 5, minimumSensitiveCell: 10, minimumBase: 10, homogeneityBase: 30 },
    changedQuestions: [],
    lastWeek: '2026-W20', weeks: ['2026-W10', '2026-W20'],
    rows: [
      { row: 'all', name: null, tile: null },
      { row: 'nord', name: 'Nord', tile: { col: 0, row: 0 } },
      { row: 'sued', name: 'Süd', tile: { col: 0, row: 1 } },
      { row: 'west', name: 'West', tile: { col: 1, row: 0 } },
      { row: 'unknown', name: null, tile: null },
    ],
    total: count(120),
    participants: [
      { row: 'all', count: count(120), population: null },
      { row: 'nord', count: count(30), population: { count: 5000, asOf: '2021-12-31', source: 'Statistikstelle' } },
      { row: 'sued', count: count(70), population: null },
      { row: 'west', count: withheld('too-few'), population: null },
      { row: 'unknown', count: count(15), population: null },
    ],
    modes: [{ mode: 'online', count: count(120) }],
    items: [], criteria: [], ...part,
  };
}

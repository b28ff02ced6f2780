import type { ItemReport } from '@stadtteilstimme/domain';

import { choiceItems, demographicItems, scaleGroups } from './item-lines';
import { figure, pair, report, variable, withheld } from './report.fixture';

const FREQUENCY: ItemReport = { ...pair('H4-1', figure(0.5), figure(0.5)), kind: 'bestand', variables: [variable('bestand', { all: figure(0.5) }, 'FREQ5')], gaps: [] };

describe('scaleGroups', () => {
  const groups = scaleGroups(report({ items: [FREQUENCY, pair('A', figure(0.6), figure(0.7)), pair('B', figure(0.2), figure(0.8)), pair('C', withheld('too-few'), figure(0.9))] }), 'all');

  it('puts statements before other scales', () => {
    expect(groups.map(({ scaleId, statements }) => [scaleId, statements])).toEqual([['ZUST5', true], ['FREQ5', false]]);
  });

  it('orders by the gap, and statements without one come last', () => {
    expect(groups[0]?.lines.map(({ itemId }) => itemId)).toEqual(['B', 'A', 'C']);
  });

  it('takes both shares and the gap of the wanted row', () => {
    const line = groups[0]?.lines[0];
    expect(line).toMatchObject({ today: { value: 0.2 }, wanted: { value: 0.8 } });
    expect(line?.gap).toBeCloseTo(0.6);
  });

  it('draws nothing for a row the report does not have', () => {
    expect(scaleGroups(report({ items: [FREQUENCY] }), 'nord')).toEqual([]);
  });

  it('draws importance where an item has no today', () => {
    const wanted: ItemReport = { ...FREQUENCY, itemId: 'K4-3', kind: 'bedarf', variables: [variable('bedarf', { all: figure(0.9) })] };
    expect(scaleGroups(report({ items: [wanted] }), 'all')[0]?.lines[0]).toMatchObject({ today: null, wanted: { value: 0.9 }, variable: { part: 'bedarf' } });
  });
});

it('tells lists from scales and people from their Stadtteil', () => {
  const choice: ItemReport = { ...FREQUENCY, itemId: 'K2-3', variables: [{ ...variable('option', { all: figure(0.4) }, null), part: 'option' }] };
  const age: ItemReport = { ...FREQUENCY, itemId: 'age-group', kind: 'demographic', variables: [variable('demographic', { all: figure(0.4) }, null)] };
  const district: ItemReport = { ...age, itemId: 'district', variables: [{ ...variable('demographic', {}, null), codes: [{ code: 'nord', missing: null, labels: {} }] }] };
  const all = report({ items: [FREQUENCY, choice, age, district] });
  expect(choiceItems(all).map(({ itemId }) => itemId)).toEqual(['K2-3']);
  expect(demographicItems(all).map(({ itemId }) => itemId)).toEqual(['age-group']);
});

import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';

import { MAP_LABELS, count, withheld } from '../charts/spec-labels';
import { TileMap, type MapTile } from './tile-map';
import { TileMapHarness } from './tile-map-harness';

const TILES: readonly MapTile[] = [
  { id: 'kaltenmoor', name: 'Kaltenmoor', col: 3, row: 3, cell: count(96) },
  { id: 'rettmer', name: 'Rettmer', col: 0, row: 5, cell: withheld() },
  { id: 'ochtmissen', name: 'Ochtmissen', col: 0, row: 0, cell: count(31) },
];

async function render(inputs: Readonly<Record<string, unknown>> = {}): Promise<{ map: TileMapHarness; chosen: string[]; element: HTMLElement }> {
  const fixture = TestBed.createComponent(TileMap);
  const chosen: string[] = [];
  for (const [name, value] of Object.entries({ tiles: TILES, labels: MAP_LABELS, ...inputs })) fixture.componentRef.setInput(name, value);
  fixture.componentInstance.tileChosen.subscribe((id) => chosen.push(id));
  return { map: await TestbedHarnessEnvironment.harnessForFixture(fixture, TileMapHarness), chosen, element: fixture.nativeElement as HTMLElement };
}

describe('TileMap', () => {
  it('draws counts in colour classes and withheld tiles with their reason', async () => {
    const { map } = await render();
    expect(await map.tiles()).toEqual([
      { name: 'Ochtmissen', value: '31', withheld: false, tone: 1, chosen: false },
      { name: 'Kaltenmoor', value: '96', withheld: false, tone: 7, chosen: false },
      { name: 'Rettmer', value: 'zu wenige', withheld: true, tone: null, chosen: false },
    ]);
    expect(await map.legend()).toEqual(['..39', '40..49', '50..59', '60..69', '70..79', '80..89', '90..', 'zurückgehalten']);
  });

  it('is a picture with name and description while nothing can be chosen', async () => {
    const { map, element } = await render();
    expect(await map.pictureName()).toBe('Antworten je Stadtteil. Am meisten: Kaltenmoor mit 96');
    expect(element.querySelectorAll('button')).toHaveLength(0);
  });

  it('tells which Stadtteil was pressed and leaves the selection to the app', async () => {
    const { map, chosen } = await render({ selectable: true, selected: ['rettmer'] });
    await map.choose('Kaltenmoor');
    expect(chosen).toEqual(['kaltenmoor']);
    expect((await map.tiles()).map((tile) => tile.chosen)).toEqual([false, false, true]);
    expect(await map.pictureName()).toBeNull();
  });

  it('uses the classes it is given', async () => {
    const { map } = await render({ breaks: [90] });
    expect(await map.legend()).toEqual(['..89', '90..', 'zurückgehalten']);
  });
});

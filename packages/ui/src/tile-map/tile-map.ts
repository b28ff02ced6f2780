import type { Cell } from '@stadtteilstimme/domain';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';

import { cellText } from '../charts/figure-text';
import type { TileMapLabels } from '../charts/labels';
import { countBreaks, sequentialClasses, sequentialTone } from '../charts/sequential-scale';

/** One Stadtteil on the map. `col` and `row` count from any whole number, north at the top. */
export interface MapTile {
  readonly id: string;
  readonly name: string;
  readonly col: number;
  readonly row: number;
  readonly cell: Cell;
}

/**
 * Stadtteile as tiles of one size, coloured by people: a small Stadtteil is as easy to see as a large one. A withheld tile is hatched
 * and says why. As a picture it has a name and a description; as a choice every tile is a button. North stays up and west stays
 * left in every script: a map is not text.
 */
@Component({
  selector: 'st-tile-map',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './tile-map.html',
  styleUrls: ['../charts/chart-paint.css', '../charts/sequential-paint.css', '../charts/legend.css', './tile-map.css'],
})
export class TileMap {
  readonly tiles = input.required<readonly MapTile[]>();
  readonly labels = input.required<TileMapLabels>();
  /** Tiles become buttons that tell which one was pressed. */
  readonly selectable = input(false);
  readonly selected = input<readonly string[]>([]);
  /** Lower bounds of the second and further colour classes; by default computed from the counts shown. */
  readonly breaks = input<readonly number[] | null>(null);
  /** Id of the pressed tile; the app decides whether this adds, removes or replaces. */
  readonly tileChosen = output<string>();

  private readonly bounds = computed(
    () => this.breaks() ?? countBreaks(this.tiles().flatMap(({ cell }) => (cell.kind === 'count' ? [cell.count] : []))),
  );

  protected readonly classes = computed(() => sequentialClasses(this.bounds()));
  protected readonly anyWithheld = computed(() => this.tiles().some(({ cell }) => cell.kind === 'withheld'));

  protected readonly drawn = computed(() => {
    const tiles = this.tiles();
    const firstCol = Math.min(...tiles.map(({ col }) => col));
    const firstRow = Math.min(...tiles.map(({ row }) => row));
    const labels = this.labels();
    return [...tiles]
      .sort((a, b) => a.row - b.row || a.col - b.col)
      .map(({ id, name, col, row, cell }) => ({
        id,
        name,
        col: col - firstCol + 1,
        row: row - firstRow + 1,
        withheld: cell.kind === 'withheld',
        paint: cell.kind === 'withheld' ? 'hatch' : `tone-${sequentialTone(cell.count, this.bounds())}`,
        value: cell.kind === 'count' ? labels.number(cell.count, 0) : labels.withheld.short[cell.reason],
        spoken: labels.tile(name, cellText(cell, labels)),
        chosen: this.selected().includes(id),
      }));
  });
}

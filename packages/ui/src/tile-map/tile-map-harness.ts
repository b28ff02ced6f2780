import { ComponentHarness, type TestElement } from '@angular/cdk/testing';

export interface DrawnTile {
  readonly name: string;
  readonly value: string;
  readonly withheld: boolean;
  /** Colour step 1 to 7; null = hatched. */
  readonly tone: number | null;
  readonly chosen: boolean;
}

/** Harness of `st-tile-map`, as a picture and as a choice. */
export class TileMapHarness extends ComponentHarness {
  static readonly hostSelector = 'st-tile-map';

  /** Name and description of the picture; null while the map is a choice. */
  async pictureName(): Promise<string | null> {
    return (await (await this.locatorForOptional('.map[role="img"]')())?.getAttribute('aria-label')) ?? null;
  }

  async tiles(): Promise<readonly DrawnTile[]> {
    const tiles = await this.locatorForAll('.tile')();
    const names = await this.locatorForAll('.tile .name')();
    const values = await this.locatorForAll('.tile .name + span')();
    return Promise.all(tiles.map((tile, index) => this.read(tile, names[index], values[index])));
  }

  /** Presses the tile of this Stadtteil; only a choice has buttons. */
  async choose(name: string): Promise<void> {
    const names = await this.locatorForAll('button.tile .name')();
    const buttons = await this.locatorForAll('button.tile')();
    for (const [index, candidate] of names.entries()) {
      if ((await candidate.text()) === name) return buttons[index]?.click();
    }
    throw new Error(`There is no button for ${name}.`);
  }

  async legend(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('.legend li')()).map((entry) => entry.text()));
  }

  private async read(tile: TestElement, name: TestElement | undefined, value: TestElement | undefined): Promise<DrawnTile> {
    const tone = /tone-(\d)/.exec((await tile.getAttribute('class')) ?? '')?.[1];
    return {
      name: (await name?.text()) ?? '',
      value: (await value?.text()) ?? '',
      withheld: await tile.hasClass('hatch'),
      tone: tone === undefined ? null : Number(tone),
      chosen: (await tile.getAttribute('aria-pressed')) === 'true',
    };
  }
}

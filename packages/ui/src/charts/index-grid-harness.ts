import { ComponentHarness } from '@angular/cdk/testing';

export interface DrawnGridCell {
  readonly kind: 'number' | 'tendency' | 'withheld' | 'not-asked';
  /** What readers hear. */
  readonly spoken: string;
  /** What is seen; people behind a `|`, because they stand at the other end of the cell. */
  readonly seen: string;
  /** Colour step 1 to 7; null = no colour. */
  readonly tone: number | null;
  readonly rowspan: number;
}

const KINDS = ['number', 'tendency', 'withheld', 'not-asked'] as const;

/** Harness of `st-index-grid`. */
export class IndexGridHarness extends ComponentHarness {
  static readonly hostSelector = 'st-index-grid';

  async caption(): Promise<string> {
    return (await this.locatorFor('caption')()).text();
  }

  async columnHeads(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('th[scope="col"]')()).map((head) => head.text()));
  }

  async rowHeads(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('th[scope="row"]')()).map((head) => head.text()));
  }

  /** Cells of a row, counted from 0; a box that reaches over all rows belongs to the first one. */
  async cells(row: number): Promise<readonly DrawnGridCell[]> {
    const count = (await this.locatorForAll(`tbody tr:nth-child(${row + 1}) td`)()).length;
    return Promise.all(Array.from({ length: count }, (_, index) => this.cell(`tbody tr:nth-child(${row + 1}) td:nth-of-type(${index + 1})`)));
  }

  async legend(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('.legend li')()).map((entry) => entry.text()));
  }

  private async cell(selector: string): Promise<DrawnGridCell> {
    const box = await this.locatorFor(`${selector} .box`)();
    const tone = /tone-(\d)/.exec((await box.getAttribute('class')) ?? '')?.[1];
    let kind: DrawnGridCell['kind'] = 'not-asked';
    for (const candidate of KINDS) if (await box.hasClass(candidate)) kind = candidate;
    const parts = await Promise.all((await this.locatorForAll(`${selector} .seen > span`)()).map((part) => part.text()));
    return {
      kind,
      spoken: await (await this.locatorFor(`${selector} .hidden`)()).text(),
      seen: parts.join(' | ').replace(/\s+/g, ' '),
      tone: tone === undefined ? null : Number(tone),
      rowspan: Number((await (await this.locatorFor(selector)()).getAttribute('rowspan')) ?? 1),
    };
  }
}

import { ComponentHarness } from '@angular/cdk/testing';

/** Harness of `st-as-table`. */
export class AsTableHarness extends ComponentHarness {
  static readonly hostSelector = 'st-as-table';

  async summary(): Promise<string> {
    return (await this.locatorFor('summary')()).text();
  }

  /** Opens the table as a press on the summary does. */
  async open(): Promise<void> {
    await (await this.locatorFor('summary')()).click();
    // The `toggle` event of <details> comes as a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    await this.forceStabilize();
  }

  async isRendered(): Promise<boolean> {
    return (await this.locatorForOptional('table')()) !== null;
  }

  async caption(): Promise<string> {
    return (await this.locatorFor('caption')()).text();
  }

  async columnHeads(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('th[scope="col"]')()).map((head) => head.text()));
  }

  /** Texts of all rows, head first. */
  async rows(): Promise<readonly (readonly string[])[]> {
    const count = (await this.locatorForAll('tbody tr')()).length;
    return Promise.all(
      Array.from({ length: count }, async (_, index) =>
        Promise.all((await this.locatorForAll(`tbody tr:nth-child(${index + 1}) > *`)()).map((cell) => cell.text())),
      ),
    );
  }
}

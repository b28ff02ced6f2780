import { ComponentHarness, TestKey } from '@angular/cdk/testing';

/** A language as a person meets it in the list. */
export interface OfferedLanguage {
  readonly name: string;
  readonly lang: string | null;
  readonly dir: string | null;
  readonly current: boolean;
}

/** Harness of `st-language-choice`, both variants. */
export class LanguageChoiceHarness extends ComponentHarness {
  static readonly hostSelector = 'st-language-choice';

  private readonly toggle = this.locatorFor('.toggle');
  private readonly options = this.locatorForAll('.language');

  /** True while the languages can be seen. */
  async isOpen(): Promise<boolean> {
    return (await this.locatorForOptional('ul')()) !== null;
  }

  /** Presses the button of the `menu` variant. */
  async press(): Promise<void> {
    await (await this.toggle()).click();
  }

  async toggleText(): Promise<string> {
    return (await this.toggle()).text();
  }

  async isToggleFocused(): Promise<boolean> {
    return (await this.toggle()).isFocused();
  }

  async expanded(): Promise<string | null> {
    return (await this.toggle()).getAttribute('aria-expanded');
  }

  async escape(): Promise<void> {
    await (await this.host()).sendKeys(TestKey.ESCAPE);
  }

  async languages(): Promise<readonly OfferedLanguage[]> {
    return Promise.all(
      (await this.options()).map(async (option) => ({
        name: await option.text(),
        lang: await option.getAttribute('lang'),
        dir: await option.getAttribute('dir'),
        current: (await option.getAttribute('aria-current')) === 'true',
      })),
    );
  }

  /** Presses the language of this code; opens the menu first where there is one. */
  async choose(code: string): Promise<void> {
    if (!(await this.isOpen())) await this.press();
    for (const option of await this.options()) {
      if ((await option.getAttribute('lang')) === code) return option.click();
    }
    throw new Error(`The language ${code} is not offered.`);
  }
}

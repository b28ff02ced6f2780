import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';

import { LanguageChoice, type LanguageOption } from './language-choice';
import { LanguageChoiceHarness } from './language-choice-harness';

const LANGUAGES: readonly LanguageOption[] = [
  { code: 'de', name: 'Deutsch', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
  { code: 'uk', name: 'українська', direction: 'ltr' },
];

async function render(variant: 'list' | 'menu'): Promise<{ choice: LanguageChoiceHarness; emitted: string[]; fixture: ComponentFixture<LanguageChoice> }> {
  const fixture = TestBed.createComponent(LanguageChoice);
  const emitted: string[] = [];
  for (const [name, value] of Object.entries({ languages: LANGUAGES, current: 'de', labels: { choose: 'Sprache wählen' }, variant })) {
    fixture.componentRef.setInput(name, value);
  }
  fixture.componentInstance.languageChosen.subscribe((code) => emitted.push(code));
  return { choice: await TestbedHarnessEnvironment.harnessForFixture(fixture, LanguageChoiceHarness), emitted, fixture };
}

describe('LanguageChoice as a list', () => {
  it('marks every own name with its language and direction, and the current one', async () => {
    const { choice } = await render('list');
    expect(await choice.languages()).toEqual([
      { name: 'Deutsch', lang: 'de', dir: 'ltr', current: true },
      { name: 'العربية', lang: 'ar', dir: 'rtl', current: false },
      { name: 'українська', lang: 'uk', dir: 'ltr', current: false },
    ]);
  });

  it('tells the chosen code', async () => {
    const { choice, emitted } = await render('list');
    await choice.choose('ar');
    expect(emitted).toEqual(['ar']);
  });
});

describe('LanguageChoice as a menu', () => {
  it('is closed at first and names itself and the current language', async () => {
    const { choice } = await render('menu');
    expect(await choice.isOpen()).toBe(false);
    expect(await choice.expanded()).toBe('false');
    expect((await choice.toggleText()).replace(/\s+/g, ' ')).toBe('Sprache wählen: Deutsch');
  });

  it('closes after a choice and gives the focus back to its button', async () => {
    const { choice, emitted } = await render('menu');
    await choice.choose('uk');
    expect(emitted).toEqual(['uk']);
    expect(await choice.isOpen()).toBe(false);
    expect(await choice.isToggleFocused()).toBe(true);
  });

  it('closes on Escape without choosing', async () => {
    const { choice, emitted } = await render('menu');
    await choice.press();
    expect(await choice.expanded()).toBe('true');
    await choice.escape();
    expect(await choice.isOpen()).toBe(false);
    expect(await choice.isToggleFocused()).toBe(true);
    expect(emitted).toEqual([]);
  });

  it('closes on a press outside and stays open on a press inside', async () => {
    const { choice, fixture } = await render('menu');
    await choice.press();
    (fixture.nativeElement as HTMLElement).querySelector('ul')?.click();
    expect(await choice.isOpen()).toBe(true);
    document.body.click();
    expect(await choice.isOpen()).toBe(false);
  });
});

import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { Wording } from '@stadtteilstimme/domain';

import { provideTexts, useGerman } from '../language/german-texts.fixture';
import { WordingEditor } from './wording-editor';

const ENGLISH = { code: 'en', ownName: 'English', direction: 'ltr' } as const;
const STALE: Wording = { text: 'Hello', state: 'reviewed', stale: true };

async function editor(wording: Wording): Promise<ComponentFixture<WordingEditor>> {
  TestBed.configureTestingModule({ providers: [provideTexts()] });
  await useGerman();
  const fixture = TestBed.createComponent(WordingEditor);
  for (const [name, value] of Object.entries({ language: ENGLISH, wording, mayChange: true })) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture;
}

const host = (fixture: ComponentFixture<WordingEditor>): HTMLElement => fixture.nativeElement as HTMLElement;

describe('WordingEditor', () => {
  it('says that the German text changed and lets a person say that the translation still fits', async () => {
    const fixture = await editor(STALE);
    const saved: Wording[] = [];
    fixture.componentInstance.saved.subscribe((wording) => saved.push(wording));
    expect(host(fixture).textContent).toContain('Deutsch geändert: bitte nachsehen');
    const button = host(fixture).querySelector('button');
    expect(button?.textContent).toContain('Passt noch');
    button?.click();
    expect(saved).toMatchObject([{ text: 'Hello', state: 'reviewed' }]);
  });

  it('keeps what is half written when the German text is saved meanwhile', async () => {
    const fixture = await editor({ text: 'Hello', state: 'reviewed' });
    const box = host(fixture).querySelector('textarea');
    if (box === null) throw new Error('no box');
    box.value = 'Hello there';
    box.dispatchEvent(new Event('input'));
    fixture.componentRef.setInput('wording', STALE);
    await fixture.whenStable();
    expect(host(fixture).querySelector('textarea')?.value).toBe('Hello there');
    expect(host(fixture).querySelector('button')?.textContent).toContain('Speichern');
  });
});

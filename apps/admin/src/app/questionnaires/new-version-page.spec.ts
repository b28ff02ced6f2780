import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Item, ItemBank, LanguageCode, NewVersionPreview, QuestionnaireDetail, Taxonomy } from '@stadtteilstimme/domain';

import { ItemBankClient } from '../backend/item-bank-client';
import { Refusal } from '../backend/problem';
import { QuestionnairesClient } from '../backend/questionnaires-client';
import { TaxonomyClient } from '../backend/taxonomy-client';
import { provideTexts, useGerman } from '../language/german-texts.fixture';
import { emptyDraft } from './draft-edits';
import { NewVersionPage } from './new-version-page';

const TAXONOMY: Taxonomy = { cityName: '', districts: [], communityHouses: [], targetGroups: [], fieldsOfAction: [], criteria: [] };
const BANK: ItemBank = { languages: [{ code: 'ar', ownName: 'العربية', direction: 'rtl' }], scales: [], items: [], demographics: [], consent: [], interfaceTexts: {} };
const DETAIL: QuestionnaireDetail = {
  id: 'a', slug: 'a', title: { de: 'Titel' }, state: 'open', targetGroupId: '', samplingDesign: 'open', languages: ['de'], itemCount: 2, publishedVersion: 1,
  newVersionBegun: true, responseCount: 9, synthetic: false, draft: { ...emptyDraft(TAXONOMY, []), title: { de: 'Titel' }, itemIds: ['K1-1', 'K2-3'] }, revision: 4, taxonomyVersion: 1,
};
const PREVIEW: NewVersionPreview = {
  number: 2, revision: 4, hasAnswers: true, isUnchanged: false, newQuestions: [], droppedQuestions: [{ id: 'H2-1', text: { de: 'Beratung?' } }], newLanguages: [], droppedLanguages: [], refusals: [],
  questions: [
    {
      id: 'K1-1', text: { de: 'Ich habe Zeit.' }, comparability: 'limited', needsNote: true,
      changes: [{ effect: 'limited', sentences: { de: 'Der Wortlaut hat sich geändert.', en: '' }, language: 'ar', words: [{ kind: 'kept', text: 'عندي ' }, { kind: 'removed', text: 'وقت' }, { kind: 'added', text: 'مال' }] }],
    },
    { id: 'K2-3', text: { de: 'Was fehlt?' }, comparability: 'comparable', needsNote: false, changes: [] },
  ],
};

interface Published {
  readonly revision: number;
  readonly notes: Readonly<Record<string, string>>;
}

async function page(preview: NewVersionPreview, publish: (published: Published) => Promise<QuestionnaireDetail>, bank = BANK, languages: readonly LanguageCode[] = ['de']): Promise<ComponentFixture<NewVersionPage>> {
  const client: Pick<QuestionnairesClient, 'find' | 'newVersion' | 'publish'> = {
    find: () => Promise.resolve({ ...DETAIL, draft: { ...DETAIL.draft, languages } }),
    newVersion: () => Promise.resolve(preview),
    publish: (_id, revision, notes = {}) => publish({ revision, notes }),
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]), provideTexts(), { provide: QuestionnairesClient, useValue: client },
      { provide: ItemBankClient, useValue: { read: () => Promise.resolve(bank) } },
      { provide: TaxonomyClient, useValue: { version: () => Promise.resolve({ version: 1, taxonomy: TAXONOMY }) } },
    ],
  });
  await useGerman();
  const fixture = TestBed.createComponent(NewVersionPage);
  fixture.componentRef.setInput('id', 'a');
  fixture.detectChanges();
  await fixture.whenStable();
  fixture.detectChanges();
  await fixture.whenStable();
  return fixture;
}

function host(fixture: ComponentFixture<NewVersionPage>): HTMLElement {
  return fixture.nativeElement as HTMLElement;
}

function publishButton(fixture: ComponentFixture<NewVersionPage>): HTMLButtonElement | null {
  return [...host(fixture).querySelectorAll('button')].find((button) => button.textContent.includes('veröffentlichen')) ?? null;
}

const never = (): Promise<QuestionnaireDetail> => Promise.reject(new Error('must not be asked'));

describe('NewVersionPage', () => {
  it('shows per question how far it can be compared, the changed words in their own direction, and what is dropped', async () => {
    const shown = host(await page(PREVIEW, never));
    expect(shown.querySelector('.question')?.textContent).toContain('eingeschränkt vergleichbar');
    expect(shown.querySelector<HTMLElement>('.question .words')?.dir).toBe('rtl');
    expect(shown.querySelector('del')?.textContent).toContain('وقت');
    expect(shown.querySelector('ins')?.textContent).toContain('مال');
    expect(shown.textContent).toContain('Eine Frage entfällt');
    expect(shown.querySelector('details')?.textContent).toContain('Was fehlt?');
  });

  it('asks for the reason of a changed wording before it asks the server', async () => {
    const fixture = await page(PREVIEW, never);
    publishButton(fixture)?.click();
    await fixture.whenStable();
    const box = host(fixture).querySelector('textarea');
    expect(box?.getAttribute('aria-invalid')).toBe('true');
    expect(host(fixture).textContent).toContain('Bitte schreiben Sie den Grund dazu.');
  });

  it('publishes with reason and revision and goes back to the questionnaire', async () => {
    const asked: Published[] = [];
    const fixture = await page(PREVIEW, (published) => (asked.push(published), Promise.resolve(DETAIL)));
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const box = host(fixture).querySelector('textarea');
    if (box === null) throw new Error('no box');
    box.value = 'Verständlicher.';
    box.dispatchEvent(new Event('input'));
    publishButton(fixture)?.click();
    await fixture.whenStable();
    expect(asked).toEqual([{ revision: 4, notes: { 'K1-1': 'Verständlicher.' } }]);
    expect(navigate).toHaveBeenCalledWith(['/fragebogen', 'a']);
  });

  it('names questions about the person without their id, and translations that lag behind German', async () => {
    const item: Item = {
      id: 'K1-1', kind: 'bestand', audience: [], criterion: null, fieldOfAction: null, scales: { bestand: null, bedarf: null }, reverse: false, art9: false, sensitive: false, twinOf: null, choice: null,
      wordings: { de: { text: 'Neu.', state: 'draft' }, ar: { text: 'قديم', state: 'machine', stale: true } },
    };
    const bank: ItemBank = { ...BANK, items: [item], demographics: [{ id: 'age-group', audience: 'all', optional: true, optionsFrom: null, options: [], wordings: {} }] };
    const preview: NewVersionPreview = { ...PREVIEW, newQuestions: [{ id: 'age-group', text: { de: 'Wie alt sind Sie?' } }] };
    const fixture = await page(preview, never, bank);
    expect(host(fixture).textContent).toContain('Wie alt sind Sie?');
    expect(host(fixture).textContent).not.toContain('age-group');
    expect(host(fixture).querySelector('app-stale-notice')?.textContent).not.toContain('Arabisch');
    TestBed.resetTestingModule();
    const arabic = await page(preview, never, bank, ['de', 'ar']);
    expect(host(arabic).querySelector('app-stale-notice')?.textContent).toMatch(/Bei einer Frage ist das Deutsche neuer.*K1-1 Arabisch/s);
  });

  it('names what is refused and offers no button', async () => {
    const sentences = { de: 'Dieser Code darf nicht entfallen. Antwort beibehalten.', en: 'Keep it.' };
    const fixture = await page({ ...PREVIEW, refusals: [{ code: 'new-version-refused', place: 'items.K2-3.options.sport', sentences }] }, never);
    expect(host(fixture).querySelector('st-notice')?.textContent).toMatch(/Frage 2 \(K2-3\).*Antwort „sport“: Dieser Code darf nicht entfallen\. Antwort beibehalten\./s);
    expect(publishButton(fixture)).toBeNull();
  });

  it('offers nothing to publish where nothing changed', async () => {
    const fixture = await page({ ...PREVIEW, isUnchanged: true, questions: PREVIEW.questions.slice(1) }, never);
    expect(host(fixture).textContent).toContain('Es gibt nichts zu veröffentlichen.');
    expect(publishButton(fixture)).toBeNull();
  });

  it('says what the server refuses', async () => {
    const fixture = await page({ ...PREVIEW, questions: PREVIEW.questions.slice(1) }, () => Promise.reject(new Refusal('edit-conflict')));
    publishButton(fixture)?.click();
    await fixture.whenStable();
    fixture.detectChanges();
    expect(host(fixture).querySelector('app-refused')).not.toBeNull();
  });
});

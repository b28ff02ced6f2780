import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Role } from '@stadtteilstimme/domain';

import { Session } from '../accounts/session';
import { provideTexts, useGerman } from '../language/german-texts.fixture';
import { NO_FILTERS } from './report-address';
import { ReportDownloads } from './report-downloads';

async function buttonsOf(role: Role): Promise<readonly string[]> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideTexts()] });
  await useGerman();
  const known = TestBed.inject(Session).known();
  TestBed.inject(HttpTestingController).expectOne('/api/account').flush({ name: 'A', email: 'a@stadt.example', role, districtIds: [] });
  await known;
  const fixture = TestBed.createComponent(ReportDownloads);
  fixture.componentRef.setInput('questionnaireId', 'q');
  fixture.componentRef.setInput('filters', NO_FILTERS);
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  return [...host.querySelectorAll('button')].map((button) => button.textContent.trim());
}

describe('ReportDownloads', () => {
  it('offers single answers to analysts', async () => {
    expect(await buttonsOf('analyst')).toEqual(['Tabelle (CSV)', 'Einzelne Antworten (CSV)']);
  });

  it.each(['administrator', 'district-team'] as const)('offers the protected table alone to %s', async (role) => {
    expect(await buttonsOf(role)).toEqual(['Tabelle (CSV)']);
  });

  it('offers nothing to a role that may only look', async () => {
    expect(await buttonsOf('designer')).toEqual([]);
  });
});

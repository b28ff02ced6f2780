import fc from 'fast-check';
import { attachment, exportFileName, type ExportFileNameParts } from './export-file-name.js';

const parts = (changes: Partial<ExportFileNameParts> = {}): ExportFileNameParts => ({
  title: 'Älter werden im Quartier',
  slug: 'aelter-werden',
  synthetic: false,
  content: 'report',
  variant: 'Excel',
  filters: [],
  day: '2026-11-22',
  ...changes,
});

describe('exportFileName', () => {
  it('names questionnaire, content, variant, filters and day', () => {
    expect(exportFileName(parts({ filters: ['Häcklingen', 'ab KW 10 2026'] }))).toEqual({
      ascii: 'Aelter-werden-im-Quartier_Tabelle_Excel_Haecklingen_ab-KW-10-2026_2026-11-22.csv',
      full: 'Älter-werden-im-Quartier_Tabelle_Excel_Häcklingen_ab-KW-10-2026_2026-11-22.csv',
    });
    expect(exportFileName(parts({ content: 'responses', variant: 'R-Codes' })).ascii).toBe('Aelter-werden-im-Quartier_Einzelantworten_R-Codes_2026-11-22.csv');
  });

  it('says first that data are examples', () => {
    expect(exportFileName(parts({ synthetic: true, content: 'codebook' })).ascii).toMatch(/^Beispieldaten_Aelter-.*_Codebuch_Excel_/);
  });

  it('takes the slug where ASCII has no letter of the title', () => {
    expect(exportFileName(parts({ title: 'الوصول' }))).toEqual({
      ascii: 'aelter-werden_Tabelle_Excel_2026-11-22.csv',
      full: 'الوصول_Tabelle_Excel_2026-11-22.csv',
    });
    expect(exportFileName(parts({ title: '???' })).full).toBe('aelter-werden_Tabelle_Excel_2026-11-22.csv');
  });

  it('keeps letters with marks of other languages readable', () => {
    expect(exportFileName(parts({ title: 'Życie w dzielnicy: Groß & Ğ' })).ascii).toMatch(/^Zycie-w-dzielnicy-Gross-G_/);
  });

  it('is a legal name in every file system and header, whatever the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.string({ unit: 'grapheme', maxLength: 90 }), { maxLength: 4 }), (title, filters) => {
        const { ascii, full } = exportFileName(parts({ title, filters, synthetic: true }));
        expect(ascii).toMatch(/^[A-Za-z0-9_-]+\.csv$/);
        expect(full).toMatch(/^[\p{L}\p{M}\p{N}_-]+\.csv$/u);
        expect(Math.max(ascii.length, Buffer.byteLength(full))).toBeLessThanOrEqual(255);
        expect(attachment({ ascii, full })).toMatch(/^[\x20-\x7e]+$/);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });
});

describe('attachment', () => {
  it('gives the name in ASCII, and once more with its letters where they differ', () => {
    expect(attachment({ ascii: 'a.csv', full: 'a.csv' })).toBe('attachment; filename="a.csv"');
    expect(attachment({ ascii: 'Oe_a.csv', full: 'Ö_a.csv' })).toBe(`attachment; filename="Oe_a.csv"; filename*=UTF-8''%C3%96_a.csv`);
  });
});

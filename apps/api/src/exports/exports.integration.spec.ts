import { randomUUID } from 'node:crypto';
import type { Cell, QuestionnaireDetail, QuestionnaireSummary, Report } from '@stadtteilstimme/domain';
import { TestApplication, type TestRequest } from '../../test/test-application.js';
import { AnalysisModule } from '../analysis/index.js';
import { DemoModule, SeedExampleAnswers } from '../demo/index.js';
import { PublishedVersions, QuestionnairesModule, SeedExampleQuestionnaires, SeedItemBank } from '../questionnaires/index.js';
import { ReferenceDataModule, SeedReferenceData } from '../reference-data/index.js';
import { ResponsesModule } from '../responses/index.js';
import { ExportsModule } from './index.js';

type Row = Readonly<Record<string, string>>;

describe('exports', () => {
  let application: TestApplication;
  let questionnaire: QuestionnaireSummary;

  beforeAll(async () => {
    application = await TestApplication.start([ReferenceDataModule, QuestionnairesModule, ResponsesModule, AnalysisModule, ExportsModule, DemoModule]);
    await application.app.get(SeedReferenceData).run();
    await application.app.get(SeedItemBank).run();
    await application.app.get(SeedExampleQuestionnaires).run();
    await application.app.get(SeedExampleAnswers).run();
    const { body } = await application.request<QuestionnaireSummary[]>('GET', '/api/questionnaires', { as: 'analyst' });
    const found = body.find(({ targetGroupId }) => targetGroupId === 'refugee');
    if (found === undefined) throw new Error('The example for refugees is missing.');
    questionnaire = found;
  });

  afterAll(() => application?.stop());

  const download = (file: string, request: TestRequest = { as: 'analyst' }) =>
    application.request<Buffer>('GET', `/api/questionnaires/${questionnaire.id}/exports/${file}`, request);
  const rowsOf = async (file: string, request?: TestRequest): Promise<Row[]> => {
    const { status, body } = await download(file, request);
    expect(status).toBe(200);
    return readCsv(body.toString('utf8'), ',');
  };

  describe('responses.csv', () => {
    it('has every answer in the stable columns of the codebook, without id, with its example mark', async () => {
      const { headers, body } = await download('responses.csv');
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['content-disposition']).toBe('attachment; filename="Beispieldaten_Ankommen-im-Stadtteil_Einzelantworten_R-Codes_2026-03-20.csv"');
      expect(headers['cache-control']).toBe('no-store');
      const rows = readCsv(body.toString('utf8'), ',');
      const version = await application.app.get(PublishedVersions).newest(questionnaire.id);
      const variables = version?.content.codebook.variables.map(({ name }) => name) ?? [];
      expect(Object.keys(rows[0] ?? {})).toEqual(['synthetic', 'district_row', 'target_group', 'mode', 'week', ...variables]);
      expect(rows).toHaveLength(900);
      expect(rows.every((row) => row['synthetic'] === '1')).toBe(true);
      const ids = await application.dataSource.query<{ id: string }[]>('SELECT id FROM response LIMIT 20');
      expect(ids.every(({ id }) => !body.includes(id))).toBe(true);
    });

    it('is named after the day in the city, also where UTC is still on the day before', async () => {
      const before = application.clock.time;
      application.clock.time = new Date('2026-06-30T22:30:00Z');
      try {
        expect((await download('responses.csv')).headers['content-disposition']).toContain('_2026-07-01.csv');
      } finally {
        application.clock.time = before;
      }
    });

    it('reads back as the record', async () => {
      const rows = await rowsOf('responses.csv');
      const stored = await application.dataSource.query<{ answers: Readonly<Record<string, unknown>>; week: string }[]>(
        `SELECT r.answers, r.week FROM response r JOIN questionnaire_version v ON v.id = r.version_id WHERE v.questionnaire_id = $1 ORDER BY r.id`,
        [questionnaire.id],
      );
      expect(rows.map((row) => [row['K1_1_bestand'], row['district'], row['week'], row['K2_3_text']])).toEqual(
        stored.map(({ answers, week }) => [String(answers['K1_1_bestand'] ?? -9), answers['district'] ?? 'not-answered', week, answers['K2_3-Comment'] ?? '']),
      );
    });

    it('opens in German Excel: BOM, semicolons, CRLF, labels', async () => {
      const { body } = await download('responses.csv?format=german-excel&values=labels');
      expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const text = body.toString('utf8').slice(1);
      expect(text.split('\r\n').length).toBe(902);
      const [row] = readCsv(text.replaceAll('\r\n', '\n'), ';');
      expect(Object.keys(row ?? {}).slice(0, 5)).toEqual(['Beispieldaten', 'Stadtteil', 'Zielgruppe', 'Erhebungsweg', 'Kalenderwoche']);
      expect(row?.['Zielgruppe']).toMatch(/^[A-ZÄÖÜ]/);
      expect(['Online', 'Tablet vor Ort', 'Interview', 'Interview mit Sprachmittlung']).toContain(row?.['Erhebungsweg']);
    });

    it('says beside words what was asked, and beside codes only the name the codebook explains', async () => {
      const headerOf = async (values: string): Promise<readonly string[]> =>
        Object.keys(readCsv((await download(`responses.csv?format=german-excel&values=${values}`)).body.toString('utf8').slice(1).replaceAll('\r\n', '\n'), ';')[0] ?? {});
      const [words, codes] = [await headerOf('labels'), await headerOf('codes')];
      expect(codes.slice(0, 2)).toEqual(['Beispieldaten', 'Stadtteil']);
      expect(codes).toContain('K1_1_bestand');
      expect(words.find((name) => name.startsWith('K1_1_bestand: '))).toMatch(/ – Bestand$/);
      expect(words.map((name) => name.split(': ')[0])).toEqual(codes);
    });

    it('guards free texts that a spreadsheet would run', async () => {
      const version = await application.app.get(PublishedVersions).newest(questionnaire.id);
      const text = '=HYPERLINK("http://example.org")';
      const option = version?.content.codebook.variables.find(({ name }) => name === 'K2_3_text')?.option?.code;
      const { status } = await application.request('PUT', `/api/public/responses/${randomUUID()}`, {
        body: { versionId: version?.id, mode: 'online', consent: { agree: true, art9: false }, answers: { K2_3: [option], 'K2_3-Comment': text } },
      });
      expect(status).toBe(201);
      const texts = (await rowsOf('responses.csv')).map((row) => row['K2_3_text']);
      expect(texts).toContain(`'${text}`);
      expect(texts).not.toContain(text);
    });

    it('is only for analysts', async () => {
      for (const as of ['administrator', 'designer', 'district-team'] as const) {
        expect((await download('responses.csv', { as, districtIds: ['kaltenmoor'] })).status).toBe(403);
      }
      expect((await download('responses.csv', {})).status).toBe(401);
      expect((await download('responses.csv?format=xlsx')).status).toBe(400);
    });
  });

  describe('codebook.csv', () => {
    it('explains every column of the single answers and every code that stands in them', async () => {
      const key = await rowsOf('codebook.csv');
      const rows = await rowsOf('responses.csv');
      expect([...new Set(key.map((line) => line['Variable']))]).toEqual(Object.keys(rows[0] ?? {}));
      const known = new Set(key.filter((line) => line['Code'] !== '').map((line) => `${line['Variable'] ?? ''} ${line['Code'] ?? ''}`));
      const coded = new Set(key.filter((line) => line['Code'] !== '' && line['Kind'] !== 'free text').map((line) => line['Variable'] ?? ''));
      const unexplained = rows.flatMap((row) => Object.entries(row).filter(([name, cell]) => coded.has(name) && !known.has(`${name} ${cell}`)));
      expect(unexplained).toEqual([]);
      const missing = key.filter((line) => line['Variable'] === 'K1_1_bestand' && line['Missing value'] !== '');
      expect(missing.map((line) => [line['Code'], line['Missing value']])).toEqual([
        ['98', 'don’t know'],
        ['99', 'prefer not to say'],
        ['-9', 'not answered'],
        ['-8', 'not shown'],
      ]);
    });

    it('is German for German Excel, with the column names of the answers beside it', async () => {
      const { headers, body } = await download('codebook.csv?format=german-excel');
      expect(headers['content-disposition']).toBe('attachment; filename="Beispieldaten_Ankommen-im-Stadtteil_Codebuch_Excel_2026-03-20.csv"');
      const key = readCsv(body.toString('utf8').slice(1).replaceAll('\r\n', '\n'), ';');
      const answers = await download('responses.csv?format=german-excel&values=codes');
      const [row] = readCsv(answers.body.toString('utf8').slice(1).replaceAll('\r\n', '\n'), ';');
      expect([...new Set(key.map((line) => line['Variable']))]).toEqual(Object.keys(row ?? {}));
      expect(key.find((line) => line['Variable'] === 'K1_1_bestand' && line['Code'] === '-9')).toMatchObject({ Bedeutung: 'nicht beantwortet', 'Fehlender Wert': 'nicht beantwortet' });
      // A tick names its question, not only its option.
      expect(key.find((line) => line['Variable']?.startsWith('K2_3_') && line['Art'] === 'Mehrfachauswahl, ein Häkchen')?.['Bezeichnung']).toMatch(/ – Welches Angebot fehlt Ihnen/);
    });

    it('is only for analysts', async () => {
      for (const as of ['administrator', 'designer', 'district-team'] as const) expect((await download('codebook.csv', { as })).status).toBe(403);
      expect((await download('codebook.csv?format=xlsx')).status).toBe(400);
    });
  });

  describe('report.csv', () => {
    const reportOf = async (query: string, request: TestRequest = { as: 'analyst' }): Promise<Report> =>
      (await application.request<Report>('GET', `/api/questionnaires/${questionnaire.id}/report${query}`, request)).body;
    const countsIn = (report: Report): readonly Cell[] =>
      report.items.flatMap((item) => item.variables.flatMap((variable) => variable.rows.flatMap(({ cells, notAnswered, notShown }) => [...cells, notAnswered, notShown])));

    it.each(['', '?mode=online', '?district=kaltenmoor,wilschenbruch'])('holds the numbers of the screen and no withheld one %s', async (query) => {
      const [report, rows] = [await reportOf(query), await rowsOf(`report.csv${query}`)];
      const cells = [...report.participants.map(({ count }) => count), ...countsIn(report)];
      const counted = rows.filter((row) => ['participants', 'count', 'not-answered', 'not-shown'].includes(row['measure'] ?? ''));
      expect(counted.map((row) => [row['count'], row['withheld']])).toEqual(
        cells.map((cell) => (cell.kind === 'count' ? [String(cell.count), ''] : ['', cell.reason])),
      );
      expect(cells.some((cell) => cell.kind === 'withheld')).toBe(true);
      const withheld = rows.filter((row) => row['withheld'] !== '');
      const numbers = ['count', 'percent', 'share', 'mean', 'value', 'lower', 'upper'];
      expect(withheld.filter((row) => numbers.some((column) => row[column] !== ''))).toEqual([]);
    });

    it('has German column names and words for German Excel, the same rows otherwise', async () => {
      const rows = await rowsOf('report.csv');
      const { body } = await download('report.csv?format=german-excel');
      const german = readCsv(body.toString('utf8').slice(1).replaceAll('\r\n', '\n'), ';');
      expect(Object.keys(german[0] ?? {}).slice(0, 6)).toEqual(['Beispieldaten', 'Nummer', 'Teil', 'Variable', 'Frage', 'Kennung Stadtteil']);
      expect(german.map((row) => row['Anzahl'])).toEqual(rows.map((row) => row['count']));
      const wordsOf = (column: string) => new Set(german.map((row) => row[column] ?? ''));
      expect([...wordsOf('Zurückgehalten')].sort()).toEqual(['', 'geschützt', 'zu wenige', 'zu wenige insgesamt']);
      expect([...wordsOf('Kennzahl')]).toEqual(expect.arrayContaining(['Antworten', 'Anteil', 'Zustimmungssaldo', 'nicht gezeigt']));
      expect(wordsOf('Teil')).toContain('stimmt heute');
    });

    it('holds index and balance of every criterion as the screen shows them', async () => {
      const [{ criteria }, rows] = [await reportOf(''), await rowsOf('report.csv')];
      for (const measure of ['index', 'balance'] as const) {
        const figures = criteria.flatMap((criterion) => criterion.rows.map((row) => row[measure])).filter(({ kind }) => kind !== 'not-asked');
        expect(rows.filter((row) => row['measure'] === measure).map((row) => [row['value'], row['tendency'], row['withheld']])).toEqual(
          figures.map((figure) => [
            figure.kind === 'number' ? String(figure.value) : '',
            figure.kind === 'tendency' ? figure.level : '',
            figure.kind === 'withheld' ? figure.reason : '',
          ]),
        );
        expect(figures.some(({ kind }) => kind === 'number')).toBe(true);
      }
    });

    it('holds only whole percent, of shown counts on shown bases', async () => {
      const rows = (await rowsOf('report.csv')).filter((row) => row['percent'] !== '');
      expect(rows.length).toBeGreaterThan(0);
      for (const { percent, count, base } of rows) expect(Number(percent)).toBe(Math.round((Number(count) / Number(base)) * 100));
    });

    it('holds for a Stadtteil team its own rows and for nobody else a foreign one', async () => {
      const team = { as: 'district-team', districtIds: ['oedeme'] } as const;
      expect(new Set((await rowsOf('report.csv', team)).map((row) => row['row']))).toEqual(new Set(['oedeme']));
      expect((await download('report.csv?district=kaltenmoor', team)).status).toBe(403);
      expect((await download('report.csv', { as: 'designer' })).status).toBe(403);
      expect((await download('report.csv')).headers['content-disposition']).toBe('attachment; filename="Beispieldaten_Ankommen-im-Stadtteil_Tabelle_R_2026-03-20.csv"');
      expect((await download('report.csv', team)).headers['content-disposition']).toContain('_Tabelle_R_Oedeme_2026-03-20.csv');
      const chosen = await download('report.csv?format=german-excel&mode=interview&district=haecklingen&from=2026-W10');
      expect(chosen.headers['content-disposition']).toBe(
        `attachment; filename="Beispieldaten_Ankommen-im-Stadtteil_Tabelle_Excel_Haecklingen_Interview_ab-KW10-2026_2026-03-20.csv"; ` +
          `filename*=UTF-8''Beispieldaten_Ankommen-im-Stadtteil_Tabelle_Excel_H%C3%A4cklingen_Interview_ab-KW10-2026_2026-03-20.csv`,
      );
    });

    it('does not mark real data as examples', async () => {
      const { body: detail } = await application.request<QuestionnaireDetail>('GET', `/api/questionnaires/${questionnaire.id}`, { as: 'analyst' });
      const created = await application.request<{ id: string }>('POST', '/api/questionnaires', { as: 'designer', body: { ...detail.draft, slug: 'echt' } });
      await application.request('POST', `/api/questionnaires/${created.body.id}/publish`, { as: 'designer' });
      const { headers, body } = await application.request<Buffer>('GET', `/api/questionnaires/${created.body.id}/exports/responses.csv`, { as: 'analyst' });
      expect(headers['content-disposition']).toBe('attachment; filename="Ankommen-im-Stadtteil_Einzelantworten_R-Codes_2026-03-20.csv"');
      expect(body.toString('utf8')).toMatch(/^district_row,target_group,mode,week,[^\n]+\n$/);
      expect(await application.app.get(SeedExampleAnswers).run()).toBe(0);
    });
  });
});

/** A reader for what our writer writes (RFC 4180 with LF), so that the test does not trust the library that wrote it. */
function readCsv(text: string, delimiter: string): Row[] {
  const records: string[][] = [[]];
  let field = '';
  let quoted = false;
  const endField = () => {
    records.at(-1)?.push(field);
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted && character === '"' && text.charAt(at + 1) === '"') {
      field += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (quoted) field += character;
    else if (character === delimiter) endField();
    else if (character === '\n') {
      endField();
      records.push([]);
    } else field += character;
  }
  const [header = [], ...rows] = records.slice(0, -1);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type Browser, chromium } from '@playwright/test';
import type { OpenQuestionnaire } from '@stadtteilstimme/domain';
import type { BenchmarkCity } from './benchmark-city.ts';
import { type BenchmarkRun, type Figure, grouped, type Measurement, median, ms, times } from './measurement.ts';

const LAUNCH = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** 400 kbit/s, 400 ms more for every request, a processor four times slower: an old phone on a bad day. */
const SLOW = { latency: 400, bytesPerSecond: 50_000, processorRate: 4 };
/** One congestion window of a new connection. */
const BARE_PAGE_BYTES = 14_000;
const PATIENCE = 120_000;

interface Moment {
  /** Milliseconds since the address was entered. */
  readonly at: number;
  /** Requests begun and bytes received by then, headers included. */
  readonly requests: number;
  readonly bytes: number;
}

interface Visit {
  /** The consent can be ticked. */
  readonly firstScreen: Moment;
  /** The first question can be answered. */
  readonly firstQuestion: Moment;
}

/** Milliseconds since the address was entered, as the page itself notes them. */
type NotedTimes = { -readonly [Name in keyof Visit]?: number };

declare global {
  interface Window {
    benchmarkTimes?: NotedTimes;
  }
}

/** From the address to the first question, in Chromium with an empty cache. */
export async function firstQuestion(city: BenchmarkCity, executablePath: string, { quick, log }: BenchmarkRun): Promise<Measurement> {
  const rounds = { plain: quick ? 5 : 11, slow: quick ? 3 : 5 };
  const open = await city.json<readonly OpenQuestionnaire[]>('GET', '/api/public/questionnaires');
  const slug = open[0]?.slug ?? '';
  const bare = await serveBarePage();
  const browser = await chromium.launch({ executablePath, args: LAUNCH });
  const figures: Figure[] = [];
  try {
    for (const slow of [false, true]) {
      const ours: Visit[] = [];
      const limit: Visit[] = [];
      for (let round = slow ? 0 : -1; round < (slow ? rounds.slow : rounds.plain); round += 1) {
        const visits = [await visit(browser, `${city.service.address}/u/${slug}`, slow), await visit(browser, bare.address, slow)] as const;
        if (round < 0) continue;
        ours.push(visits[0]);
        limit.push(visits[1]);
        log(`first question${slow ? ', slow' : ''}: ${ms(visits[0].firstQuestion.at)}, bare page ${ms(visits[1].firstQuestion.at)}`);
      }
      figures.push(...figuresOf(slow, ours, limit));
    }
    return {
      title: 'First question in the browser',
      method: [
        `Chromium ${browser.version()}, a screen of 360 × 740, empty cache and a new profile each time, \`/u/${slug}\` in German. Time from entering the address; a script in the page ticks the consent and presses the button as soon as they are there, so no time is spent reading.`,
        `Limit: one static page of ${grouped(BARE_PAGE_BYTES)} bytes with a radio button, from a bare Node server.`,
        'Slow: 400 kbit/s, 400 ms more for every request, processor four times slower (emulated by Chromium).',
        `Median of ${rounds.plain} visits (slow: ${rounds.slow}), ours and limit in turn. Bytes as transferred, headers included, of everything that had arrived by then.`,
      ],
      figures,
      notes: [],
    };
  } finally {
    await browser.close();
    bare.server.close();
  }
}

function figuresOf(slow: boolean, ours: readonly Visit[], limit: readonly Visit[]): readonly Figure[] {
  const at = (visits: readonly Visit[], moment: keyof Visit) => median(visits.map((each) => each[moment].at));
  const of = (moment: keyof Visit, part: 'requests' | 'bytes') => median(ours.map((each) => each[moment][part]));
  const bareTime = at(limit, 'firstQuestion');
  const timeFigure = (moment: keyof Visit, work: string, most: number | null): Figure => ({
    work: `${work}${slow ? ', slow' : ''}`,
    ours: ms(at(ours, moment)),
    limit: ms(bareTime),
    ratio: times(at(ours, moment) / bareTime),
    target: most === null ? '–' : `≤ ${most} ms`,
    holds: most === null ? null : at(ours, moment) <= most,
  });
  const times_ = [timeFigure('firstScreen', 'consent can be given', null), timeFigure('firstQuestion', 'first question can be answered', slow ? 2000 : 150)];
  if (slow) return times_;
  const bytes = of('firstQuestion', 'bytes');
  const requests = of('firstQuestion', 'requests');
  const bareBytes = median(limit.map((each) => each.firstQuestion.bytes));
  return [
    ...times_,
    {
      work: 'loaded before the first question',
      ours: `${kilobytes(bytes)} in ${requests} requests`,
      limit: `${kilobytes(bareBytes)} in 1 request`,
      ratio: times(bytes / bareBytes),
      target: '≤ 14 KB in 1 request',
      holds: bytes <= 14_336 && requests <= 1,
    },
    {
      work: 'loaded before the consent',
      ours: `${kilobytes(of('firstScreen', 'bytes'))} in ${of('firstScreen', 'requests')} requests`,
      limit: '–',
      ratio: '–',
      target: '–',
      holds: null,
    },
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(bytes < 102_400 ? 1 : 0)} KB`;
}

async function visit(browser: Browser, address: string, slow: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'de-DE', hasTouch: true });
  try {
    const page = await context.newPage();
    if (slow) {
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      const { latency, bytesPerSecond, processorRate } = SLOW;
      await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond });
      await session.send('Emulation.setCPUThrottlingRate', { rate: processorRate });
    }
    await page.addInitScript(watchForFirstQuestion);
    await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE });
    await page.waitForFunction(() => window.benchmarkTimes?.firstQuestion !== undefined && document.readyState === 'complete', undefined, {
      timeout: PATIENCE,
      polling: 250,
    });
    return await page.evaluate(readVisit);
  } finally {
    await context.close();
  }
}

/** Runs inside the page before anything else: an impatient person who agrees at once. */
function watchForFirstQuestion(): void {
  const noted: NotedTimes = {};
  window.benchmarkTimes = noted;
  const isVisible = (element: Element) => element.getClientRects().length > 0;
  const agree = (form: HTMLFormElement) => {
    const box = form.querySelector<HTMLInputElement>('input[type=checkbox][aria-required=true]');
    if (box === null || !isVisible(box)) return;
    noted.firstScreen ??= performance.now();
    if (!box.checked) box.click();
    form.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  };
  const look = () => {
    const choices = [...document.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
    const question = choices.find((input) => input.form?.classList.contains('consent') !== true && !input.disabled && isVisible(input));
    if (question !== undefined) {
      noted.firstQuestion = performance.now();
      return;
    }
    const consent = document.querySelector<HTMLFormElement>('form.consent');
    if (consent !== null) agree(consent);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs inside the page at the end. The document itself always counts in full; it may still be arriving when a question is there. */
function readVisit(): Visit {
  const noted = window.benchmarkTimes ?? {};
  const entries = performance.getEntries().filter((entry) => entry instanceof PerformanceResourceTiming);
  const momentAt = (at: number): Moment => {
    const begun = entries.filter((entry) => entry.startTime <= at);
    const arrived = begun.filter((entry) => entry.entryType === 'navigation' || entry.responseEnd <= at);
    return { at, requests: begun.length, bytes: arrived.reduce((sum, entry) => sum + entry.transferSize, 0) };
  };
  const reached = noted.firstQuestion ?? Number.NaN;
  return { firstScreen: momentAt(noted.firstScreen ?? reached), firstQuestion: momentAt(reached) };
}

async function serveBarePage(): Promise<{ readonly server: Server; readonly address: string }> {
  const start = '<!doctype html><html lang="de"><meta charset="utf-8"><title>Eine Frage</title><p>Eine Frage</p><label><input type="radio"> Ja</label><!--';
  const page = Buffer.from(`${start.padEnd(BARE_PAGE_BYTES - 3, 'x')}-->`);
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length }).end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return { server, address: `http://127.0.0.1:${address.port}/` };
}

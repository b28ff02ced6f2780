import type { Translate } from '../language/texts';

/** `2026-W10` as people say it: "KW 10 2026". */
export function weekText(week: string, t: Translate): string {
  const [year = '', number = ''] = week.split('-W');
  return t('reports.week', { number: String(Number(number)), year });
}

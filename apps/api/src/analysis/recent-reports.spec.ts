import { RecentReports } from './recent-reports.js';

describe('RecentReports', () => {
  it('computes once for everyone who asks, also while it is under way', async () => {
    const recent = new RecentReports<number>(2);
    let computed = 0;
    const compute = () => Promise.resolve((computed += 1));
    expect(await Promise.all([recent.get('a', compute), recent.get('a', compute)])).toEqual([1, 1]);
    expect(await recent.get('a', compute)).toBe(1);
  });

  it('drops what was not asked for the longest time', async () => {
    const recent = new RecentReports<string>(2);
    await recent.get('a', () => Promise.resolve('a1'));
    await recent.get('b', () => Promise.resolve('b1'));
    await recent.get('a', () => Promise.resolve('a2'));
    await recent.get('c', () => Promise.resolve('c1'));
    expect(await recent.get('a', () => Promise.resolve('a3'))).toBe('a1');
    expect(await recent.get('b', () => Promise.resolve('b2'))).toBe('b2');
  });

  it('does not keep a failure', async () => {
    const recent = new RecentReports<number>(2);
    await expect(recent.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await recent.get('a', () => Promise.resolve(2))).toBe(2);
  });
});

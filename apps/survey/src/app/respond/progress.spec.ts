import { neighbourOf, progressOf } from './progress';

const pages = ['a', 'b', 'c'];

describe('progressOf', () => {
  it('counts from one', () => {
    expect(progressOf(pages, 'c')).toEqual({ number: 3, count: 3 });
    expect(progressOf(pages, null)).toEqual({ number: 1, count: 3 });
  });

  it('starts over when the page was hidden meanwhile', () => {
    expect(progressOf(pages, 'gone')).toEqual({ number: 1, count: 3 });
  });

  it('knows nothing before the survey is there', () => {
    expect(progressOf([], 'a')).toEqual({ number: 0, count: 0 });
  });
});

describe('neighbourOf', () => {
  it('steps in both directions and ends at the ends', () => {
    expect(neighbourOf(pages, 'a', 1)).toBe('b');
    expect(neighbourOf(pages, null, 1)).toBe('b');
    expect(neighbourOf(pages, 'c', -1)).toBe('b');
    expect(neighbourOf(pages, 'c', 1)).toBeNull();
    expect(neighbourOf(pages, null, -1)).toBeNull();
    expect(neighbourOf([], null, 1)).toBeNull();
  });
});

import { AnswerIds } from './answer-ids.js';

function id(number: number): string {
  return `0a0b0c0d-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

describe('AnswerIds', () => {
  it('gives back what was not added, once, also beyond its first size', () => {
    const ids = new AnswerIds();
    for (let number = 0; number < 5000; number += 1) ids.add(id(number));
    const entries = [id(4999), id(5000), id(0), id(1023), id(1024), id(7000), id(5000)].map((text) => ({ id: text }));
    expect(ids.missing(entries).map((entry) => entry.id)).toEqual([id(5000), id(7000)]);
  });

  it('takes an id for the same in upper and lower case', () => {
    const ids = new AnswerIds();
    ids.add(id(10).toUpperCase());
    expect(ids.missing([{ id: id(10) }])).toEqual([]);
  });
});

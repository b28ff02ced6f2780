import { SAMPLING_DESIGNS } from '../contract/questionnaire.js';
import { inferenceStatement } from './inference-statement.js';

describe('inferenceStatement', () => {
  it('lets open participation be an orientation only and a census speak for everyone asked', () => {
    expect(SAMPLING_DESIGNS.map(inferenceStatement)).toEqual(['census', 'random-sample', 'quota', 'orientation-only']);
  });
});

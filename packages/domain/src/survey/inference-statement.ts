import type { SamplingDesign } from '../contract/questionnaire.js';
import type { InferenceStatement } from '../contract/report.js';

const STATEMENT_OF_DESIGN: Readonly<Record<SamplingDesign, InferenceStatement>> = {
  census: 'census',
  random: 'random-sample',
  quota: 'quota',
  open: 'orientation-only',
};

/**
 * What the sampling design allows to conclude. People who follow an open link choose themselves: an interval then
 * covers random error only, so such results are orientation values (AAPOR Task Force on Non-Probability Sampling, 2013).
 */
export function inferenceStatement(design: SamplingDesign): InferenceStatement {
  return STATEMENT_OF_DESIGN[design];
}

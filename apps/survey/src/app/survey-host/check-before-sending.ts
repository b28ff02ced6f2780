import type { Answers, Codebook, ConsentGiven, ProblemCode } from '@stadtteilstimme/domain';
import { compileCheck } from '@stadtteilstimme/questionnaire';

export type CheckedAnswers = { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly problem: ProblemCode };

/** The server's own answer check, run here first: what it would refuse is not sent, what passes goes out in normal form. */
export function checkBeforeSending(codebook: Codebook, answers: Answers, consent: ConsentGiven): CheckedAnswers {
  const result = compileCheck(codebook)(answers, { consent });
  if (result.ok) return { ok: true, answers: result.answers };
  return { ok: false, problem: result.problems[0]?.code ?? 'invalid-request' };
}

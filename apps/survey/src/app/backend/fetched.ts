import type { ProblemCode } from '@stadtteilstimme/domain';

/** What came back: a value, a refusal with its code, or nothing because the network is away. Expected failures are values. */
export type Fetched<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'problem'; readonly code: ProblemCode }
  | { readonly kind: 'unreachable' };

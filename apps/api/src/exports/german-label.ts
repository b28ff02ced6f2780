import type { LocalizedText } from '@stadtteilstimme/domain';
import { labelIn } from '@stadtteilstimme/questionnaire/export';

/** German, or whatever language there is: a city may work in another one. */
export function germanLabel(labels: LocalizedText, otherwise: string): string {
  return labelIn(labels, 'de', otherwise);
}

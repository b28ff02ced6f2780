import type { LocalizedText } from '@stadtteilstimme/domain';

/** German, or whatever language there is: a city may work in another one. */
export function germanLabel(labels: LocalizedText, otherwise: string): string {
  return labels['de'] ?? Object.values(labels)[0] ?? otherwise;
}

import type { ConsentText } from '@stadtteilstimme/domain';

/** The second, separate tick of Art. 9(2)(a) GDPR; the other checkbox is the consent without which nothing is stored. */
export function isArt9Checkbox(block: ConsentText): boolean {
  return block.type === 'checkbox' && block.onlyWithArt9Items;
}

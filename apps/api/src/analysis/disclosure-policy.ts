import type { DisclosurePolicy } from '@stadtteilstimme/domain';

/** Thresholds in force for everyone, printed with every report (docs/privacy.md says why these). */
export const DISCLOSURE_POLICY: DisclosurePolicy = {
  minimumCell: 5,
  minimumSensitiveCell: 10,
  minimumBase: 10,
  homogeneityBase: 30,
};

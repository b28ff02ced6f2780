import type { WithheldReason } from '../../contract/report.js';
import type { GroupVerdict, ProtectedPublication } from './publication-table.js';

/**
 * For every table with answers to a question: which groups of people may have figures (scores, means, percentages). A figure is
 * made of all judgements of the group, so it would tell about a withheld one: then the group has none.
 */
export function groupVerdicts({ tables }: ProtectedPublication): readonly GroupVerdict[] {
  return tables.flatMap(({ id, dimensions, cells }) =>
    dimensions.flatMap((answers, at) => {
      const missing = answers.answers?.missing;
      if (missing === undefined) return [];
      const lengths = dimensions.map(({ categories }) => categories.length + 1);
      const stride = lengths.slice(at + 1).reduce((product, length) => product * length, 1);
      const judgements = answers.categories.flatMap((category, index) => (missing.includes(category) ? [] : [index]));
      return cells.flatMap((_, place): readonly GroupVerdict[] => {
        if (Math.floor(place / stride) % (lengths[at] ?? 1) !== 0) return [];
        const reasons = judgements.flatMap((index): readonly WithheldReason[] => {
          const cell = cells[place + index * stride];
          return cell?.kind === 'withheld' ? [cell.reason] : [];
        });
        const whole = reasons.find((reason) => reason === 'base-too-small' || reason === 'homogeneous');
        return [{ table: id, answers: answers.id, group: groupOf(place), withheld: whole ?? (reasons.length > 0 ? 'protected' : null) }];
      });

      function groupOf(place: number): Readonly<Record<string, string>> {
        const group: Record<string, string> = {};
        let rest = place;
        for (let each = dimensions.length - 1; each >= 0; each -= 1) {
          const dimension = dimensions[each];
          const category = dimension?.categories[rest % (lengths[each] ?? 1)];
          rest = Math.floor(rest / (lengths[each] ?? 1));
          if (each !== at && dimension !== undefined && category !== undefined) group[dimension.id] = category;
        }
        return group;
      }
    }),
  );
}

import type { ReportBuilder } from '../import-report.js';

type Json = Readonly<Record<string, unknown>>;

/** Property names of version 1 of the library (and earlier) → of version 2. */
const RENAMED: Readonly<Record<string, string>> = {
  questions: 'elements', hasOther: 'showOtherItem', hasNone: 'showNoneItem', hasComment: 'showCommentArea', hasSelectAll: 'showSelectAllItem',
  isAllRowRequired: 'eachRowRequired', rowsOrder: 'rowOrder', mininumRateDescription: 'minRateDescription', maximumRateDescription: 'maxRateDescription',
  placeHolder: 'placeholder', optionsCaption: 'placeholder', otherPlaceHolder: 'otherPlaceholder', commentPlaceHolder: 'commentPlaceholder',
  maxOthersLength: 'maxCommentLength', imageLinkName: 'imageLink',
};

/** Reads objects of either version by the names of version 2. */
export class SurveyVersions {
  constructor(private readonly report: ReportBuilder) {}

  /** A copy with today's property names; where both stand, today's wins. */
  renamed(json: Json, place: string): Json {
    const copy = new Map<string, unknown>();
    for (const [name, value] of Object.entries(json)) if (!Object.hasOwn(RENAMED, name)) copy.set(name, value);
    for (const [name, value] of Object.entries(json)) {
      const now = Object.hasOwn(RENAMED, name) ? RENAMED[name] : undefined;
      if (now === undefined || copy.has(now)) continue;
      copy.set(now, value);
      if (name !== 'questions') this.report.changed(place, 'property-renamed', { was: name, now });
    }
    return Object.fromEntries(copy);
  }
}

/** What to do about something a questionnaire cannot keep, for staff: German first, English second. */
export interface Advice {
  readonly de: string;
  readonly en: string;
}

/** A type or feature of a survey that has no place in the codebook; it is named, never ignored. */
export interface UnsupportedFeature {
  /** Name of the question, `pages.<name>` of a page or panel, or `survey`. */
  readonly place: string;
  /** SurveyJS's own word for it, for example `file`, `valueName` or `choices.visibleIf`. */
  readonly feature: string;
  readonly whatToDo: Advice;
}

/** Collects what is not supported; the same feature at the same place counts once. */
export class UnsupportedFeatures {
  readonly #features = new Map<string, UnsupportedFeature>();

  get all(): readonly UnsupportedFeature[] {
    return [...this.#features.values()];
  }

  add(place: string, feature: string, whatToDo: Advice): void {
    const key = JSON.stringify([place, feature]);
    if (!this.#features.has(key)) this.#features.set(key, { place, feature, whatToDo });
  }
}

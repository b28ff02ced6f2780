/** What becomes of the free texts of a questionnaire; what staff see where the questionnaire is shown. */
export interface FreeTextDeletion {
  /** It asks for free texts in some published version. */
  readonly hasFreeTexts: boolean;
  /** Whole months after closing that the newest version promises; null while never published. */
  readonly months: number | null;
  /** Next day on which texts are deleted, ISO date; null while none is known. */
  readonly nextOn: string | null;
  /** Last day on which texts were deleted, ISO date; null = never. */
  readonly lastOn: string | null;
}

/** Longest free text in UTF-16 code units, as the `maxlength` of an HTML text area counts. */
export const COMMENT_MAX_LENGTH = 1000;

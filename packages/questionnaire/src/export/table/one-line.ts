/** A label on one line, for formats whose labels have no line breaks: breaks and tabs become a space, the ends are trimmed. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\t\n\v\f\r\u2028\u2029]+/g, ' ').trim();
}

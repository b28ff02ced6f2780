/** More signs than any label has; a text made of them would take time for nothing. */
const MOST_SIGNS = 60;

/**
 * Labels of XLSForm may carry a little Markdown (ODK documentation, "Form styling"): headings, strong, emphasis, links. It is
 * turned into HTML here, so that one place decides what of it stays.
 */
export function markdownAsHtml(text: string): string {
  if ((text.match(/[[*_]/g) ?? []).length > MOST_SIGNS) return text;
  const marked = text
    .replaceAll(/\[([^\]\n]{1,300})\]\((https?:\/\/[^\s()]{1,500}|mailto:[^\s()]{1,200})\)/g, '<a href="$2">$1</a>')
    .replaceAll(/\*\*(\S(?:[^*\n]{0,300}\S)?)\*\*/g, '<b>$1</b>')
    .replaceAll(/(^|[\s(])__(\S(?:[^_\n]{0,300}\S)?)__(?=$|[\s).,!?:;])/g, '$1<b>$2</b>')
    .replaceAll(/(^|[\s(])\*(\S(?:[^*\n]{0,300}\S)?)\*(?=$|[\s).,!?:;])/g, '$1<em>$2</em>')
    .replaceAll(/(^|[\s(])_(\S(?:[^_\n]{0,300}\S)?)_(?=$|[\s).,!?:;])/g, '$1<em>$2</em>')
    .replaceAll(/^#{1,6} +/gm, '');
  // Line breaks are meant as such; in HTML they would be blanks.
  return marked === text ? text : marked.replaceAll('\n', '<br>');
}

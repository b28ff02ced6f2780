/** Reads comma-separated records with quotes (RFC 4180), so that no test trusts a writer of ours. */
export function readRecords(text: string): string[][] {
  const records: string[][] = [[]];
  let field = '';
  let quoted = false;
  const endField = () => {
    records.at(-1)?.push(field);
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted && character === '"' && text.charAt(at + 1) === '"') {
      field += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (quoted) field += character;
    else if (character === ',') endField();
    else if (character === '\n') {
      endField();
      records.push([]);
    } else if (character !== '\r') field += character;
  }
  return records.slice(0, -1);
}

/**
 * Where letters do not show their syllables: `|` marks a border inside a run of vowels, letters that are not spoken are left
 * out, and foreign spellings become German ones. Applied to the lower-case word, in this order.
 */
const SPELLINGS: readonly (readonly [pattern: RegExp, spoken: string])[] = [
  // Consonants written as vowels; Oedeme and Uelzen begin with an umlaut.
  [/qu/g, 'q'],
  [/^y(?=[aeiouäöü])/, 'j'],
  [/^oe/, 'ö'],
  [/^ue/, 'ü'],
  // The e at the end of English words, and English ea, oa.
  [/(on|off|hot|air)line(?=s?$|[^aeiouäöür])/g, '$1lin'],
  [/homepage/g, 'hompag'],
  [/home(?=office|$)/g, 'hom'],
  [/office/g, 'offic'],
  [/management/g, 'managment'],
  [/image(?=s?$)/g, 'imag'],
  [/service/g, 'servic'],
  [/website/g, 'websit'],
  [/phone(?=s?$)/g, 'phon'],
  [/code(?=s?$)/g, 'cod'],
  [/(soft|hard)ware/g, '$1war'],
  [/update/g, 'updat'],
  [/team/g, 'tem'],
  [/jeans/g, 'jens'],
  [/beamer/g, 'bemer'],
  [/stream/g, 'strem'],
  [/(?<=c|l|b|t)oa(?=ch|d|rd|st)/g, 'o'],
  [/(niv|plat|tabl)eau/g, '$1o'],
  // i-e in two syllables: Familie, Ferien, Patient, finanziell, Barriere.
  [/ieu/g, 'ö'],
  [/(famil|immobil|fol|petersil|lil|lin|präm|stud|ser|mater|bakter|akt|kastan)ie(?!r|ll)/g, '$1i|e'],
  [/(med|komöd|tragöd|fer|kriter|minister|grem|stipend|prinzip|material|territor|jubilä|labor|ital|spän|span|syr|ind|as)ien/g, '$1i|en'],
  [/(?<!sch|w|d)ien(?=s?$)/g, 'i|en'],
  [/(?<!v|sp|^z)iell/g, 'i|ell'],
  [/(?<!d)ien(?=t|z)/g, 'i|en'],
  [/hygie/g, 'hygi|e'],
  [/audien/g, 'audi|en'],
  [/(barr|karr)iere/g, '$1i|ere'],
  // Two vowels that look like one sound.
  [/(muse|lyze|petrole|linole)um/g, '$1|um'],
  [/jubiläum/g, 'jubilä|um'],
  [/ide(?=en)|(?<=[lmnrst])e(?=en$)|^(s|f)e(?=en$)/g, '$&|'],
  [/^(un)?be(?=end|erd|erb|ur[ltk]|un|inhalt|inträ)/, '$&|'],
  [/^(un)?ge(?=ehr|erb|impf|irr|end)/, '$&|'],
  [/(ukra|koka|mosa|na)i(?=n|k|v)/g, '$1|i'],
  [/(prote|athe)i/g, '$1|i'],
  [/oi(?=s[ct]|d)/g, 'o|i'],
  [/ko(?=oper|ordin)|zo(?=olog)/g, '$&|'],
];

/** Vowels of one syllable: diphthongs and doubled vowels, else each vowel by itself. */
const NUCLEUS = /e(?=ei)|i(?=ie)|aa|ee|oo|ie|au|äu|eu|ei|ai|oi|ay|ey|oy|ou|[aeiouyäöüàáâåãéèêëíîïóòôõúùûøœæı]/g;

function syllablesOfPart(part: string): number {
  const spoken = SPELLINGS.reduce((word, [pattern, replacement]) => word.replace(pattern, replacement), part.toLowerCase());
  const nuclei = spoken.match(NUCLEUS)?.length ?? 0;
  if (nuclei > 0) return nuclei;
  // Letters that are read out one by one: SGB.
  return part.length > 1 && part === part.toUpperCase() ? part.length : 1;
}

/**
 * Syllables of a German word, as they are divided in careful speech (Sta-ti-on, Fa-mi-li-e): runs of vowels, with the diphthongs
 * au ei ai eu äu ie as one, and a list of spellings in which two vowels are two syllables or none. Parts joined by hyphen,
 * Mediopunkt, slash or gender sign are counted one by one. A number in digits counts as one syllable, an abbreviation in
 * capitals without a vowel as one per letter.
 * Known limit: at the seam of a compound two vowels can look like one sound (Reise|information is counted one too few).
 * Rules of division: Amtliches Regelwerk der deutschen Rechtschreibung (2018), §§ 107–113.
 * @returns at least 1 for anything with a letter or digit, else 0.
 */
export function countSyllables(word: string): number {
  const parts = word.normalize('NFC').match(/\p{L}+|\d[\d.,:]*/gu) ?? [];
  return parts.reduce((sum, part) => sum + (/\d/.test(part) ? 1 : syllablesOfPart(part)), 0);
}

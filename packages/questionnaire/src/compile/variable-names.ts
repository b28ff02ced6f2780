/** Longest name that no program cuts off: SPSS takes 64 bytes, PostgreSQL 63 (our names are ASCII). */
const MAX_NAME_LENGTH = 63;

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Reserved words of SPSS (Command Syntax Reference, “Variable Names”). */
const SPSS_WORDS = words('all and by eq ge gt le lt ne not or to with');
/** Reserved words of R (`?Reserved`). */
const R_WORDS = words(`if else repeat while function for next break true false null inf nan na na_integer_ na_real_ na_complex_
  na_character_ in`);
/** Reserved words of PostgreSQL and of standard SQL that no table can have as a column without quotes. */
const SQL_WORDS = words(`analyse analyze any array as asc asymmetric authorization between binary both case cast check collate collation
  column concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp
  current_user default deferrable delete desc distinct do drop end except exists fetch foreign freeze from full grant group having ilike
  initially inner insert intersect into is isnull join lateral leading left like limit localtime localtimestamp natural notnull offset on
  only order outer overlaps placing primary references returning right select session_user set similar some symmetric system_user table
  tablesample then trailing union unique update user using values variadic verbose when where window`);

/** Columns every table of PostgreSQL has already (manual, “System Columns”). */
const SYSTEM_COLUMNS = words('tableoid xmin cmin xmax cmax ctid');

/**
 * Names that may not become a variable: words of the programs that read the data; survey-core looks variables up without
 * regard to case; and `constructor` or `toString` as a key of an answer object would hide what every object has.
 */
const RESERVED_NAMES = [
  'consentart9',
  ...SPSS_WORDS,
  ...R_WORDS,
  ...SQL_WORDS,
  ...SYSTEM_COLUMNS,
  ...Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase()),
];

/** Hands out names legal in SPSS, R and SQL, unique without regard to case (SPSS and SQL ignore it). */
export interface VariableNames {
  /**
   * `K1-1` → `K1_1`, `Straße` → `Strasse`; a name already taken or reserved gets `_2`, `_3`, …
   * @param fallback used when nothing of the wanted name can be written in ASCII
   */
  readonly claim: (wanted: string, fallback?: string) => string;
}

/** A fresh set of names; one per questionnaire. */
export function createVariableNames(): VariableNames {
  const taken = new Set(RESERVED_NAMES);
  // The first number that may be free: many equal names do not begin at 2 again.
  const numbers = new Map<string, number>();
  return {
    claim: (wanted, fallback = wanted) => {
      const ascii = inAscii(wanted);
      const base = legalName(/[A-Za-z0-9]/.test(ascii) ? ascii : fallback);
      let name = base;
      let n = numbers.get(base.toLowerCase()) ?? 2;
      for (; taken.has(name.toLowerCase()); n += 1) {
        const suffix = `_${n}`;
        name = base.slice(0, MAX_NAME_LENGTH - suffix.length) + suffix;
      }
      numbers.set(base.toLowerCase(), n);
      taken.add(name.toLowerCase());
      return name;
    },
  };
}

/**
 * The name wanted for a part of a question: its code behind the name of the question, or its number where nothing of the
 * code can be written in ASCII.
 * @param index place in the list, from 0
 */
export function partName(question: string, code: string | number, index: number): string {
  return `${question}_${/[A-Za-z0-9]/.test(inAscii(String(code))) ? code : index + 1}`;
}

/** German letters as they are written without umlauts; other letters lose their marks. */
const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss', ẞ: 'SS' };

function inAscii(wanted: string): string {
  return wanted
    .normalize('NFC')
    .replaceAll(/[äöüÄÖÜßẞ]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '');
}

function legalName(wanted: string): string {
  const replaced = wanted.replaceAll(/[^A-Za-z0-9_]/g, '_');
  const started = /^[A-Za-z]/.test(replaced) ? replaced : `v${replaced}`;
  return started.slice(0, MAX_NAME_LENGTH);
}

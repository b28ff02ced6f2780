const SHORT_NAME_LENGTH = 8;

/** Hands out the eight-character names of SPSS before version 12, which every variable and segment still needs beside its long one. */
export function shortNames(): (longName: string) => string {
  const taken = new Set<string>();
  let next = 0;
  return (longName) => {
    const base = longName.toUpperCase().slice(0, SHORT_NAME_LENGTH);
    let name = base;
    while (taken.has(name)) {
      next += 1;
      const suffix = `_${next.toString(36).toUpperCase()}`;
      name = base.slice(0, SHORT_NAME_LENGTH - suffix.length) + suffix;
    }
    taken.add(name);
    return name;
  };
}

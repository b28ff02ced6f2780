import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const theme = join(__dirname, '../../theme');
const read = (name: string): string => readFileSync(join(theme, name), 'utf8');

/** Custom properties of the block after `selector`, comments left out. */
function properties(css: string, selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf('{', css.indexOf(selector)) + 1;
  const block = css.slice(start, css.indexOf('}', start)).replace(/\/\*[\s\S]*?\*\//g, '');
  return new Map([...block.matchAll(/(--st-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));
}

/** WCAG 2 contrast ratio of two `#rrggbb` colours. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b].map(luminance).sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const tokens = read('tokens.css');
const light = properties(tokens, ':root {');
const darkBySystem = properties(tokens, ':root:not([data-theme="light"]) {');
const darkByChoice = properties(tokens, '\n:root[data-theme="dark"] {');

describe('tokens', () => {
  it('are the same in the dark of the system and in the dark of a choice', () => {
    expect(darkBySystem.size).toBeGreaterThan(60);
    expect([...darkByChoice]).toEqual([...darkBySystem]);
  });

  it.each([['light', light], ['dark', darkBySystem]] as const)('keep text readable on its ground in %s (WCAG 2.2, 1.4.3)', (_, colours) => {
    const pairs = [...colours.keys()].filter((name) => name.startsWith('--st-on-')).map((name) => [name, name === '--st-on-hatch' ? '--st-hatch-bg' : name.replace('--st-on-', '--st-')] as const);
    const named = pairs.filter(([, ground]) => /^#/.test(colours.get(ground) ?? ''));
    expect(named.length).toBeGreaterThan(20);
    for (const [text, ground] of named) {
      expect({ text, enough: contrast(colours.get(text) ?? '', colours.get(ground) ?? '') >= 4.5 }).toEqual({ text, enough: true });
    }
  });

  it.each([['light', light], ['dark', darkBySystem]] as const)('keep lines that mean something visible in %s (WCAG 2.2, 1.4.11)', (_, colours) => {
    for (const ground of ['--st-page', '--st-surface', '--st-sunken']) {
      expect(contrast(colours.get('--st-line') ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(colours.get('--st-hatch') ?? '', colours.get('--st-hatch-bg') ?? '')).toBeGreaterThanOrEqual(3);
  });
});

describe('style sheets', () => {
  const sheets = ['tokens.css', 'fonts.css', 'look.css', 'staff.css', 'surveyjs-theme.css', 'material-theme.scss'];

  it.each(sheets)('%s asks no other host', (name) => {
    expect(read(name)).not.toMatch(/https?:|url\(["']?\/\//);
  });

  it.each(['tokens.css', 'fonts.css', 'look.css', 'surveyjs-theme.css'])('%s uses nothing that old telephones lack', (name) => {
    expect(read(name).replace(/\/\*[\s\S]*?\*\//g, '')).not.toMatch(/:has\(|light-dark\(|color-mix\(|(^|[\s{;])&/);
  });

  it('load each script only where its letters occur, as woff2', () => {
    const faces = read('fonts.css').match(/@font-face \{[^}]+\}/g) ?? [];
    expect(faces).toHaveLength(8);
    for (const face of faces) {
      expect(face).toMatch(/src: url\("@fontsource\/[^"]+\.woff2"\) format\("woff2"\);/);
      expect(face).toMatch(/unicode-range: U\+/);
    }
  });

  it('name only letters that are installed', () => {
    const files = [...read('fonts.css').matchAll(/url\("([^"]+)"\)/g)].map(([, file = '']) => file);
    for (const file of files) expect(require.resolve(file)).toMatch(/\.woff2$/);
  });
});

/** Prints the attack table in Markdown: `node tests/attacks/print-attack-table.ts [number of cities]`. */
import { attackTable, drawCities, PRESETS, ruleTable, UNPROTECTED } from './attack-table.ts';

const count = Number(process.argv[2] ?? 6);
if (!Number.isInteger(count) || count < 1) throw new RangeError('The number of cities must be a whole number from 1.');
const cities = drawCities(count);
process.stdout.write(`Random cities: ${count} of 250 to 500 answers, ${count} of 600 answers with 24 traits.\n\n${attackTable(cities, [UNPROTECTED, ...PRESETS])}\n\n${ruleTable(cities)}\n`);

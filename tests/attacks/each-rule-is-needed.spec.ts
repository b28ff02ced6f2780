import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCities, RULE_PROOFS } from './attack-table.ts';

const cities = drawCities(6);

for (const { rule, policy, attack, off, on } of RULE_PROOFS) {
  test(`${policy}: "${rule}" is what stops "${attack}"`, (t) => {
    const without = off(cities);
    const withRule = on(cities);
    t.diagnostic(`off ${JSON.stringify(without)}`);
    t.diagnostic(`on ${JSON.stringify(withRule)}`);
    assert.ok(without.broken > 0, 'With the rule switched off the attack must succeed.');
    assert.equal(withRule.broken, 0, 'With the rule the attack must fail.');
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ATTACKS, drawCities, PRESETS, UNPROTECTED } from './attack-table.ts';

const cities = drawCities(6);

for (const policy of PRESETS) {
  for (const attack of ATTACKS.filter(({ appliesTo }) => appliesTo?.(policy) !== false)) {
    test(`${policy.name} holds: ${attack.name}`, (t) => {
      const finding = attack.run(cities, policy);
      t.diagnostic(JSON.stringify(finding));
      assert.ok(finding.targets > 0, 'The attack had nothing to attack.');
      assert.equal(finding.broken, 0);
    });
  }
}

for (const attack of ATTACKS.filter(({ appliesTo }) => appliesTo?.(UNPROTECTED) !== false)) {
  test(`without protection it succeeds: ${attack.name}`, (t) => {
    const finding = attack.run(cities, UNPROTECTED);
    t.diagnostic(JSON.stringify(finding));
    assert.ok(finding.broken > 0);
  });
}

import { ROLES } from '@stadtteilstimme/domain';

import { readAppearance } from './appearance';
import { navigationFor } from './navigation';

function paths(role: (typeof ROLES)[number]): readonly string[] {
  return navigationFor(role).map(({ path }) => path);
}

describe('navigationFor', () => {
  it('shows an administrator everything', () => {
    expect(paths('administrator')).toEqual(['/fragebogen', '/fragenkatalog', '/auswertung', '/stammdaten', '/stadt', '/konten']);
  });

  it('keeps accounts and what the city says about itself from everyone else', () => {
    for (const path of ['/konten', '/stadt']) expect(ROLES.filter((role) => paths(role).includes(path))).toEqual(['administrator']);
  });

  it('shows a district team no item bank', () => {
    expect(paths('district-team')).toEqual(['/fragebogen', '/auswertung', '/stammdaten']);
  });
});

it('treats an unknown appearance as that of the device', () => {
  expect(readAppearance('dark')).toBe('dark');
  expect(readAppearance('sepia')).toBe('system');
  expect(readAppearance(null)).toBe('system');
});

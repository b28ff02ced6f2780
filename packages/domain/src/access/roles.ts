import type { DistrictId } from '../taxonomy/taxonomy.js';

/** Roles of staff. `district-team` is bound to its Stadtteile. */
export const ROLES = ['administrator', 'designer', 'analyst', 'district-team'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What a route asks for: one verb and one noun. Reports are protected for everyone;
 * `export responses` is the only way to single answers.
 */
export const PERMISSIONS = [
  'read taxonomy',
  'change taxonomy',
  'read item-bank',
  'change item-bank',
  'read questionnaires',
  'change questionnaires',
  'publish questionnaires',
  'read reports',
  'export reports',
  'export responses',
  'manage staff',
  'manage city-settings',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Role → permissions; the only place where rights are granted. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: PERMISSIONS.filter((permission) => permission !== 'export responses'),
  designer: [
    'read taxonomy',
    'read item-bank',
    'change item-bank',
    'read questionnaires',
    'change questionnaires',
    'publish questionnaires',
    'read reports',
  ],
  analyst: ['read taxonomy', 'read item-bank', 'read questionnaires', 'read reports', 'export reports', 'export responses'],
  'district-team': ['read taxonomy', 'read questionnaires', 'read reports', 'export reports'],
};

export function mayDo(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}

/**
 * The districts a person may see rows of. Every query for rows takes one; there is no default,
 * so that a query without a scope does not compile.
 */
export type DistrictScope =
  | { readonly kind: 'whole-city' }
  | { readonly kind: 'districts'; readonly districtIds: readonly DistrictId[] };

/** A district team is always bound, even with no district assigned (then it sees nothing). */
export function scopeOf(role: Role, districtIds: readonly DistrictId[]): DistrictScope {
  return role === 'district-team' ? { kind: 'districts', districtIds } : { kind: 'whole-city' };
}

export function inScope(scope: DistrictScope, districtId: DistrictId): boolean {
  return scope.kind === 'whole-city' || scope.districtIds.includes(districtId);
}

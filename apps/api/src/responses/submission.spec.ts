import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { ProblemException } from '../platform/errors/index.js';
import { readSubmission } from './submission.js';

const ID = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const BODY = { versionId: '11111111-2222-4333-8444-555555555555', mode: 'online', consent: { agree: true, art9: false }, answers: { K1_1: 3 } };

function placesOf(id: string, body: unknown): readonly string[] {
  try {
    readSubmission(id, body);
  } catch (error) {
    if (error instanceof ProblemException && error.code === 'invalid-request') return error.details.map((detail) => detail.place);
    throw error;
  }
  return [];
}

describe('readSubmission', () => {
  it('takes a submission as it is and writes ids in lower case', () => {
    expect(readSubmission(ID.toUpperCase(), { ...BODY, versionId: BODY.versionId.toUpperCase() })).toEqual({ id: ID, ...BODY });
  });

  it.each([
    ['no UUID', 'answer-1'],
    ['a UUID of version 7, which tells the time', '01890a5d-ac96-774b-bcce-b302099a8057'],
    ['a UUID of version 1, which tells time and device', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
    ['a variant that is not random', 'aaaaaaaa-bbbb-4ccc-cddd-eeeeeeeeeeee'],
    ['two ids', `${ID} ${ID}`],
  ])('refuses %s as id', (_, id) => {
    expect(placesOf(id, BODY)).toEqual(['id']);
  });

  it('takes every id that randomUUID makes', () => {
    for (let made = 0; made < 100; made += 1) expect(placesOf(randomUUID(), BODY)).toEqual([]);
  });

  it.each(['paper', 'interview', 'interpreter', 'Online', '', null, ['online']])('refuses mode %j, which a device may not claim', (mode) => {
    expect(placesOf(ID, { ...BODY, mode })).toEqual(['mode']);
  });

  it.each([null, 'yes', {}, { agree: 1, art9: true }, { agree: true }, { agree: true, art9: true, name: 'x' }])('refuses %j as consent', (consent) => {
    expect(placesOf(ID, { ...BODY, consent })).toEqual(['consent']);
  });

  it('takes a submission without any consent as one that did not consent', () => {
    const { consent: _, ...body } = BODY;
    expect(readSubmission(ID, body).consent).toEqual({ agree: false, art9: false });
  });

  it('names several places and refuses keys nobody asked for', () => {
    expect(placesOf(ID, { ...BODY, versionId: 7, language: 'ar' })).toEqual(['versionId', 'body']);
  });

  it('never throws anything but a refusal, whatever comes, and never repeats it', () => {
    fc.assert(
      fc.property(fc.string(), fc.anything(), (id, body) => {
        const places = placesOf(id, body);
        expect(places.every((place) => ['id', 'body', 'versionId', 'mode', 'consent'].includes(place))).toBe(true);
        expect(places.length).toBeGreaterThan(0);
      }),
    );
  });
});

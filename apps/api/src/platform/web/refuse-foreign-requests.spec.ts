import { refusalOf } from './refuse-foreign-requests.js';

const JSON_BODY = { 'content-type': 'application/json', 'content-length': '2' };

describe('refusalOf', () => {
  it.each(['cross-site', 'same-site'])('refuses changes asked for by a page that is %s', (site) => {
    expect(refusalOf({ ...JSON_BODY, 'sec-fetch-site': site })?.code).toBe('not-allowed');
    expect(refusalOf({ 'sec-fetch-site': site })?.code).toBe('not-allowed');
  });

  it.each(['same-origin', 'none', undefined])('takes JSON from the own pages and from programs (%s)', (site) => {
    expect(refusalOf({ ...JSON_BODY, ...(site === undefined ? {} : { 'sec-fetch-site': site }) })).toBeNull();
    expect(refusalOf({ ...JSON_BODY, 'content-type': 'application/json; charset=utf-8' })).toBeNull();
    expect(refusalOf({})).toBeNull();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', ''])(
    'refuses a body of another type (%j)',
    (type) => {
      expect(refusalOf({ 'content-type': type, 'content-length': '2' })?.code).toBe('unsupported-media-type');
      expect(refusalOf({ 'content-type': type, 'transfer-encoding': 'chunked' })?.code).toBe('unsupported-media-type');
    },
  );
});

export * from './public-page.js';
export * from './refuse-foreign-requests.js';
export * from './web-apps.js';

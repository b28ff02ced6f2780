export * from './refuse-foreign-requests.js';
export * from './web-apps.js';

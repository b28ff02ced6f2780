export * from './web-apps.js';

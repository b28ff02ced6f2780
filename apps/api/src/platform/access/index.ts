export * from './access.js';
export * from './access.guard.js';
export * from './list-routes.js';

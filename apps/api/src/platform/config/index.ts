export * from './configuration.js';
export * from './configuration.module.js';

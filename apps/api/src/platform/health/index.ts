export * from './health.controller.js';
export * from './platform.module.js';

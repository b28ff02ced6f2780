export * from './problem.exception.js';
export * from './problem.filter.js';
export * from './request-validation.pipe.js';

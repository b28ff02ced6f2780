export * from './is-localized-text.js';
export * from './is-plain-text.js';

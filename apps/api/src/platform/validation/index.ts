export * from './is-iso-date.js';
export * from './is-localized-text.js';
export * from './is-nested.js';
export * from './is-plain-text.js';

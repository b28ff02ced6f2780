export * from './is-localized-text.js';

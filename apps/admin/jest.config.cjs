const { createCjsPreset } = require('jest-preset-angular/presets');

/** @type {import('jest').Config} */
module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  setupFilesAfterEnv: ['<rootDir>/setup-jest.ts'],
  roots: ['<rootDir>/src'],
  moduleNameMapper: {
    '^@stadtteilstimme/domain$': '<rootDir>/../../packages/domain/src/index.ts',
    '^@stadtteilstimme/ui$': '<rootDir>/../../packages/ui/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // Libraries that ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@angular|@jsverse|@formatjs|intl-messageformat|@stdlib)/|.*\\.mjs$)'],
};

import { base } from './jest.config.mjs';
export default { ...base, testRegex: '\\.integration\\.spec\\.ts$', testTimeout: 60000, maxWorkers: 1 };

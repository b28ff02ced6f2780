import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';
import { deserialize, serialize } from 'node:v8';

// jsdom has no structured clone, which the stand-in for IndexedDB copies values with.
globalThis.structuredClone ??= (value: unknown) => deserialize(serialize(value));

setupZonelessTestEnv();

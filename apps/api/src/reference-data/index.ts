export { readDataFile } from './data-file.js';
export { DistrictUses } from './district-uses.js';
export { ReferenceDataModule } from './reference-data.module.js';
export { SeedReferenceData } from './seed-reference-data.js';
export { Taxonomies } from './taxonomies.js';

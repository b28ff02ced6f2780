export { Questionnaires } from './questionnaires.js';
export { PublishedVersion, PublishedVersions } from './published-versions.js';
export { QuestionnairesModule } from './questionnaires.module.js';
export { ResponseCounts } from './response-counts.js';
export { SeedExampleQuestionnaires } from './seed-example-questionnaires.js';
export { SeedItemBank } from './seed-item-bank.js';

export { LegalInformationModule } from './legal-information.module.js';

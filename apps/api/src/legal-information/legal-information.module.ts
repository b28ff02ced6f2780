import { Module } from '@nestjs/common';
import { CitySettingsModule } from '../city-settings/index.js';
import { QuestionnairesModule } from '../questionnaires/index.js';
import { LegalInformationController } from './legal-information.controller.js';
import { LegalInformationPage } from './legal-information-page.js';

@Module({ imports: [CitySettingsModule, QuestionnairesModule], controllers: [LegalInformationController], providers: [LegalInformationPage] })
export class LegalInformationModule {}

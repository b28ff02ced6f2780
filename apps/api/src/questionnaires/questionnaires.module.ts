import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CitySettingsModule } from '../city-settings/index.js';
import { ClockModule } from '../platform/clock/index.js';
import { DistrictUses, ReferenceDataModule } from '../reference-data/index.js';
import { ComposeQuestionnaire } from './compose-questionnaire.js';
import { ItemBankController } from './item-bank.controller.js';
import { ItemBankPartEntity, ItemEntity, WordingEntity } from './item-bank.entity.js';
import { ItemBankRepository } from './item-bank.repository.js';
import { Questionnaires } from './questionnaires.js';
import { OpenOrClose } from './open-or-close.js';
import { PrepareVersion } from './prepare-version.js';
import { PreviewNewVersion } from './preview-new-version.js';
import { PublicPages } from './public-pages.js';
import { PublicQuestionnairesController } from './public-questionnaires.controller.js';
import { PublishQuestionnaire } from './publish-questionnaire.js';
import { PublishedVersions } from './published-versions.js';
import { QuestionnaireEntity, QuestionnaireVersionEntity } from './questionnaire.entity.js';
import { QuestionnaireRepository } from './questionnaire.repository.js';
import { QuestionnairesController } from './questionnaires.controller.js';
import { ReadItemBank } from './read-item-bank.js';
import { ResponseCounts } from './response-counts.js';
import { SaveWording } from './save-wording.js';
import { SeedExampleQuestionnaires } from './seed-example-questionnaires.js';
import { SeedItemBank } from './seed-item-bank.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ItemEntity, WordingEntity, ItemBankPartEntity, QuestionnaireEntity, QuestionnaireVersionEntity]),
    ClockModule,
    ReferenceDataModule,
    CitySettingsModule,
  ],
  controllers: [ItemBankController, QuestionnairesController, PublicQuestionnairesController],
  providers: [
    ItemBankRepository,
    QuestionnaireRepository,
    Questionnaires,
    ComposeQuestionnaire,
    PrepareVersion,
    PreviewNewVersion,
    PublishQuestionnaire,
    OpenOrClose,
    ReadItemBank,
    SaveWording,
    PublishedVersions,
    PublicPages,
    ResponseCounts,
    SeedItemBank,
    SeedExampleQuestionnaires,
  ],
  exports: [PublishedVersions, ReadItemBank, Questionnaires, ResponseCounts, SeedItemBank, SeedExampleQuestionnaires],
})
export class QuestionnairesModule implements OnModuleInit {
  constructor(
    private readonly districtUses: DistrictUses,
    private readonly repository: QuestionnaireRepository,
  ) {}

  onModuleInit(): void {
    this.districtUses.register((districtIds) => this.repository.districtsUsed(districtIds));
  }
}

import { Module } from '@nestjs/common';
import { QuestionnairesModule } from '../questionnaires/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { ResponsesModule } from '../responses/index.js';
import { SeedExampleAnswers } from './seed-example-answers.js';

/** Example data; does nothing unless the start asks for it. */
@Module({ imports: [ReferenceDataModule, QuestionnairesModule, ResponsesModule], providers: [SeedExampleAnswers], exports: [SeedExampleAnswers] })
export class DemoModule {}

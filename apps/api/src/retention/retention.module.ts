import { Module } from '@nestjs/common';
import { ClockModule } from '../platform/clock/index.js';
import { QuestionnairesModule } from '../questionnaires/index.js';
import { ResponsesModule } from '../responses/index.js';
import { DeleteFreeTexts } from './delete-free-texts.js';
import { DescribeFreeTextDeletion } from './describe-free-text-deletion.js';
import { RetentionController } from './retention.controller.js';
import { RetentionRepository } from './retention.repository.js';

@Module({
  imports: [ClockModule, QuestionnairesModule, ResponsesModule],
  controllers: [RetentionController],
  providers: [RetentionRepository, DeleteFreeTexts, DescribeFreeTextDeletion],
  exports: [DeleteFreeTexts],
})
export class RetentionModule {}

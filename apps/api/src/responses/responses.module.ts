import { Module, type NestModule, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClockModule } from '../platform/clock/index.js';
import { QuestionnairesModule, ResponseCounts } from '../questionnaires/index.js';
import { DistrictUses, ReferenceDataModule } from '../reference-data/index.js';
import { honourBodyLimits } from './body-limit.js';
import { ResponseEntity } from './response.entity.js';
import { ResponseRecord } from './response-record.js';
import { ResponseRepository } from './response.repository.js';
import { ResponseWriter } from './response-writer.js';
import { ResponsesController } from './responses.controller.js';
import { DoubtfulWrites, StoredResponses } from './stored-responses.js';
import { StoreResponse } from './store-response.js';
import { SubmitResponse } from './submit-response.js';

@Module({
  imports: [TypeOrmModule.forFeature([ResponseEntity]), ClockModule, ReferenceDataModule, QuestionnairesModule],
  controllers: [ResponsesController],
  providers: [ResponseRepository, StoredResponses, DoubtfulWrites, ResponseWriter, ResponseRecord, StoreResponse, SubmitResponse],
  exports: [ResponseRecord, StoreResponse],
})
export class ResponsesModule implements NestModule, OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly repository: ResponseRepository,
    private readonly counts: ResponseCounts,
    private readonly districtUses: DistrictUses,
  ) {}

  /** Nest calls this when the server is known and its routes are not registered yet. */
  configure(): void {
    honourBodyLimits(this.http);
  }

  onModuleInit(): void {
    this.counts.connect(() => this.repository.countByQuestionnaire({ kind: 'whole-city' }));
    this.districtUses.register((districtIds) => this.repository.districtsWithResponses(districtIds));
  }
}

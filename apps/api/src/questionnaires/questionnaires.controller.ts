import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { NewVersionPreview, QuestionnaireDetail, QuestionnaireSummary, QuestionnaireVersionSummary, Readiness } from '@stadtteilstimme/domain';
import { CurrentStaff, Requires, type SignedInStaff } from '../platform/access/index.js';
import { ComposeQuestionnaire } from './compose-questionnaire.js';
import { DiscardedChangesDto, NewVersionPreviewDto, PublicationDto } from './new-version.dto.js';
import { PreviewNewVersion } from './preview-new-version.js';
import { Questionnaires } from './questionnaires.js';
import { OpenOrClose } from './open-or-close.js';
import { PublishQuestionnaire } from './publish-questionnaire.js';
import {
  QuestionnaireChangeDto,
  QuestionnaireDetailDto,
  QuestionnaireDraftDto,
  QuestionnaireSummaryDto,
  QuestionnaireVersionSummaryDto,
  ReadinessDto,
} from './questionnaire.dto.js';

@ApiTags('questionnaires')
@Controller('questionnaires')
export class QuestionnairesController {
  constructor(
    private readonly questionnaires: Questionnaires,
    private readonly compose: ComposeQuestionnaire,
    private readonly previewNewVersion: PreviewNewVersion,
    private readonly publishQuestionnaire: PublishQuestionnaire,
    private readonly openOrClose: OpenOrClose,
  ) {}

  @Get()
  @Requires('read questionnaires')
  @ApiOkResponse({ type: [QuestionnaireSummaryDto] })
  list(@CurrentStaff() staff: SignedInStaff): Promise<QuestionnaireSummary[]> {
    return this.questionnaires.all(staff.scope);
  }

  @Post()
  @Requires('change questionnaires')
  @ApiCreatedResponse({ type: QuestionnaireDetailDto })
  async create(@Body() draft: QuestionnaireDraftDto, @CurrentStaff() staff: SignedInStaff): Promise<QuestionnaireDetail> {
    return this.questionnaires.detail(await this.compose.create(draft), staff.scope);
  }

  @Get(':id')
  @Requires('read questionnaires')
  @ApiOkResponse({ type: QuestionnaireDetailDto })
  detail(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: SignedInStaff): Promise<QuestionnaireDetail> {
    return this.questionnaires.detail(id, staff.scope);
  }

  @Put(':id')
  @Requires('change questionnaires')
  @ApiOkResponse({ type: QuestionnaireDetailDto })
  async save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() change: QuestionnaireChangeDto,
    @CurrentStaff() staff: SignedInStaff,
  ): Promise<QuestionnaireDetail> {
    await this.compose.save(id, change.revision, change.draft);
    return this.questionnaires.detail(id, staff.scope);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('change questionnaires')
  @ApiNoContentResponse()
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.compose.remove(id);
  }

  @Get(':id/readiness')
  @Requires('read questionnaires')
  @ApiOkResponse({ type: ReadinessDto })
  readiness(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: SignedInStaff): Promise<Readiness> {
    return this.questionnaires.readiness(id, staff.scope);
  }

  @Get(':id/versions')
  @Requires('read questionnaires')
  @ApiOkResponse({ type: [QuestionnaireVersionSummaryDto], description: 'Newest first.' })
  versions(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: SignedInStaff): Promise<QuestionnaireVersionSummary[]> {
    return this.questionnaires.versions(id, staff.scope);
  }

  @Get(':id/new-version')
  @Requires('read questionnaires')
  @ApiOkResponse({ type: NewVersionPreviewDto, description: 'What publishing the saved draft would mean for the answers there are.' })
  newVersion(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: SignedInStaff): Promise<NewVersionPreview> {
    return this.previewNewVersion.run(id, staff.scope);
  }

  @Post(':id/discard-changes')
  @HttpCode(200)
  @Requires('change questionnaires')
  @ApiOkResponse({ type: QuestionnaireDetailDto, description: 'The draft is again what the newest version was made from.' })
  async discardChanges(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { revision }: DiscardedChangesDto,
    @CurrentStaff() staff: SignedInStaff,
  ): Promise<QuestionnaireDetail> {
    await this.compose.discardChanges(id, revision);
    return this.questionnaires.detail(id, staff.scope);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Requires('publish questionnaires')
  @ApiOkResponse({ type: QuestionnaireDetailDto })
  async publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() publication: PublicationDto,
    @CurrentStaff() staff: SignedInStaff,
  ): Promise<QuestionnaireDetail> {
    await this.publishQuestionnaire.run(id, publication);
    return this.questionnaires.detail(id, staff.scope);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Requires('publish questionnaires')
  @ApiOkResponse({ type: QuestionnaireDetailDto })
  async close(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: SignedInStaff): Promise<QuestionnaireDetail> {
    await this.openOrClose.run(id, 'closed');
    return this.questionnaires.detail(id, staff.scope);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Requires('publish questionnaires')
  @ApiOkResponse({ type: QuestionnaireDetailDto })
  async reopen(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: SignedInStaff): Promise<QuestionnaireDetail> {
    await this.openOrClose.run(id, 'open');
    return this.questionnaires.detail(id, staff.scope);
  }
}

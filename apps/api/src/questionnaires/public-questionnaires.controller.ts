import { Controller, Get, Headers, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiNotModifiedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../platform/access/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { type PageHeaders, sendPublicPage } from '../platform/web/index.js';
import { PublicPages } from './public-pages.js';
import { OpenQuestionnaireDto, PublishedQuestionnaireDto } from './published-questionnaire.dto.js';

@ApiTags('public')
@Controller('public/questionnaires')
export class PublicQuestionnairesController {
  constructor(private readonly pages: PublicPages) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: [OpenQuestionnaireDto] })
  async list(@Headers() headers: PageHeaders, @Res() reply: FastifyReply): Promise<void> {
    await sendPublicPage(await this.pages.openQuestionnaires(), headers, reply);
  }

  @Get(':slug')
  @Public()
  @ApiOkResponse({ type: PublishedQuestionnaireDto })
  @ApiNotModifiedResponse({ description: 'The device has it already.' })
  async read(@Param('slug') slug: string, @Headers() headers: PageHeaders, @Res() reply: FastifyReply): Promise<void> {
    const page = await this.pages.questionnaire(slug);
    if (page === null) throw new ProblemException('unknown-questionnaire');
    await sendPublicPage(page, headers, reply);
  }

  @Get(':slug/versions/:versionId')
  @Public()
  @ApiOkResponse({ type: PublishedQuestionnaireDto, description: 'A version somebody has begun to answer; newer ones may exist.' })
  @ApiNotModifiedResponse({ description: 'The device has it already.' })
  async version(
    @Param('slug') slug: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Headers() headers: PageHeaders,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.pages.version(slug, versionId.toLowerCase());
    if (page === null) throw new ProblemException('unknown-questionnaire');
    await sendPublicPage(page, headers, reply);
  }
}

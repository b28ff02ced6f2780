import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiNotModifiedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../platform/access/index.js';
import { type PageHeaders, sendPublicPage } from '../platform/web/index.js';
import { LegalInformationDto } from './legal-information.dto.js';
import { LegalInformationPage } from './legal-information-page.js';

@ApiTags('public')
@Controller('public/legal-information')
export class LegalInformationController {
  constructor(private readonly page: LegalInformationPage) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: LegalInformationDto })
  @ApiNotModifiedResponse({ description: 'The device has it already.' })
  async read(@Headers() headers: PageHeaders, @Res() reply: FastifyReply): Promise<void> {
    await sendPublicPage(await this.page.read(), headers, reply);
  }
}

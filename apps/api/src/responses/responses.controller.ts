import { Body, Controller, Param, Put, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ResponseReceipt } from '@stadtteilstimme/domain';
import type { FastifyReply } from 'fastify';
import { Public } from '../platform/access/index.js';
import { MAX_SUBMISSION_BYTES } from './submission.js';
import { ResponseReceiptDto, ResponseSubmissionDto } from './submit-response.dto.js';
import { SubmitResponse } from './submit-response.js';

@ApiTags('public')
@Controller('public/responses')
export class ResponsesController {
  constructor(private readonly submitResponse: SubmitResponse) {}

  @Put(':id')
  @Public()
  @RouteConfig({ bodyLimit: MAX_SUBMISSION_BYTES })
  @ApiBody({ type: ResponseSubmissionDto })
  @ApiCreatedResponse({ type: ResponseReceiptDto, description: 'Stored and committed.' })
  @ApiOkResponse({ type: ResponseReceiptDto, description: 'The same id came before; nothing was changed.' })
  async submit(@Param('id') id: string, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<ResponseReceipt> {
    const receipt = await this.submitResponse.run(id, body);
    void reply.status(receipt.status === 'stored' ? 201 : 200);
    return receipt;
  }
}

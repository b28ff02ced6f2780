import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiNotModifiedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../platform/access/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { type Encoding, type PublicPage, PublicPages } from './public-pages.js';
import { OpenQuestionnaireDto, PublishedQuestionnaireDto } from './published-questionnaire.dto.js';

@ApiTags('public')
@Controller('public/questionnaires')
export class PublicQuestionnairesController {
  constructor(private readonly pages: PublicPages) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: [OpenQuestionnaireDto] })
  async list(@Headers() headers: PageHeaders, @Res() reply: FastifyReply): Promise<void> {
    await send(await this.pages.openQuestionnaires(), headers, reply);
  }

  @Get(':slug')
  @Public()
  @ApiOkResponse({ type: PublishedQuestionnaireDto })
  @ApiNotModifiedResponse({ description: 'The device has it already.' })
  async read(@Param('slug') slug: string, @Headers() headers: PageHeaders, @Res() reply: FastifyReply): Promise<void> {
    const page = await this.pages.questionnaire(slug);
    if (page === null) throw new ProblemException('unknown-questionnaire');
    await send(page, headers, reply);
  }
}

interface PageHeaders {
  readonly 'accept-encoding'?: string;
  readonly 'if-none-match'?: string;
}

async function send(page: PublicPage, headers: PageHeaders, reply: FastifyReply): Promise<void> {
  const encoding = chosenEncoding(headers['accept-encoding'] ?? '');
  const etag = page.etags[encoding];
  void reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
  if (knows(headers['if-none-match'], etag)) {
    await reply.status(304).send();
    return;
  }
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  await reply.header('content-type', 'application/json; charset=utf-8').send(page.bodies[encoding]);
}

/** Best one the browser takes; a weight of 0 refuses it (RFC 9110, 12.5.3). */
function chosenEncoding(accepted: string): Encoding {
  const taken = accepted
    .split(',')
    .map((entry) => entry.trim().toLowerCase().split(';'))
    .filter(([, weight]) => !/^\s*q=0(\.0*)?\s*$/.test(weight ?? ''))
    .map(([name]) => name?.trim());
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'identity';
}

/** Weak comparison, as RFC 9110, 13.1.2 asks for If-None-Match. */
function knows(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((entry) => entry.trim() === '*' || entry.trim().replace(/^W\//, '') === etag);
}

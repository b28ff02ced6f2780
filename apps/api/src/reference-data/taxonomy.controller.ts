import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { TaxonomyVersion } from '@stadtteilstimme/domain';
import { Requires } from '../platform/access/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { ChangeTaxonomy } from './change-taxonomy.js';
import { Taxonomies } from './taxonomies.js';
import { TaxonomyChangeDto, TaxonomyVersionDto, TaxonomyVersionSummaryDto } from './taxonomy.dto.js';

@ApiTags('taxonomy')
@Controller('taxonomy')
export class TaxonomyController {
  constructor(
    private readonly taxonomies: Taxonomies,
    private readonly changeTaxonomy: ChangeTaxonomy,
  ) {}

  @Get()
  @Requires('read taxonomy')
  @ApiOkResponse({ type: TaxonomyVersionDto })
  newest(): Promise<TaxonomyVersion> {
    return this.taxonomies.newest();
  }

  @Get('versions')
  @Requires('read taxonomy')
  @ApiOkResponse({ type: [TaxonomyVersionSummaryDto], description: 'Newest first.' })
  versions(): Promise<Omit<TaxonomyVersion, 'taxonomy'>[]> {
    return this.taxonomies.summaries();
  }

  @Get('versions/:version')
  @Requires('read taxonomy')
  @ApiOkResponse({ type: TaxonomyVersionDto })
  async version(@Param('version', ParseIntPipe) number: number): Promise<TaxonomyVersion> {
    const version = number > 0 && number <= 2_147_483_647 ? await this.taxonomies.version(number) : null;
    if (version === null) throw new ProblemException('not-found');
    return version;
  }

  @Post('versions')
  @Requires('change taxonomy')
  @ApiCreatedResponse({ type: TaxonomyVersionDto })
  change(@Body() change: TaxonomyChangeDto): Promise<TaxonomyVersion> {
    return this.changeTaxonomy.run(change);
  }
}

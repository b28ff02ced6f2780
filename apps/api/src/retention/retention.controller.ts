import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FreeTextDeletion } from '@stadtteilstimme/domain';
import { CurrentStaff, Requires, type SignedInStaff } from '../platform/access/index.js';
import { DescribeFreeTextDeletion } from './describe-free-text-deletion.js';
import { FreeTextDeletionDto } from './free-text-deletion.dto.js';

@ApiTags('questionnaires')
@Controller('questionnaires')
export class RetentionController {
  constructor(private readonly describe: DescribeFreeTextDeletion) {}

  @Get(':id/free-text-deletion')
  @Requires('read questionnaires')
  @ApiOkResponse({ type: FreeTextDeletionDto })
  freeTextDeletion(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: SignedInStaff): Promise<FreeTextDeletion> {
    return this.describe.run(id, staff.scope);
  }
}

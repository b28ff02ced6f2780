import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Installation } from '@stadtteilstimme/domain';
import { InstallationDto } from '../accounts/index.js';
import { Public } from '../platform/access/index.js';
import { DescribeInstallation } from './describe-installation.js';

@ApiTags('installation')
@Controller('installation')
export class InstallationController {
  constructor(private readonly describeInstallation: DescribeInstallation) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: InstallationDto })
  describe(): Promise<Installation> {
    return this.describeInstallation.run();
  }
}

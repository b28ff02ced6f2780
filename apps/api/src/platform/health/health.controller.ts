import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Public } from '../access/index.js';

@ApiTags('platform')
@Controller('health')
export class HealthController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** 200 only while the database answers. */
  @Get()
  @Public()
  @ApiOkResponse({ description: 'The process and its database answer.' })
  async check(): Promise<{ status: 'ready' }> {
    await this.dataSource.query('SELECT 1');
    return { status: 'ready' };
  }
}

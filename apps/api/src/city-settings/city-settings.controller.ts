import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CitySettingsVersion } from '@stadtteilstimme/domain';
import { Requires } from '../platform/access/index.js';
import { ChangeCitySettings } from './change-city-settings.js';
import { CitySettingsChangeDto, CitySettingsVersionDto } from './city-settings.dto.js';
import { CurrentCitySettings } from './current-city-settings.js';

@ApiTags('city settings')
@Controller('city-settings')
export class CitySettingsController {
  constructor(
    private readonly current: CurrentCitySettings,
    private readonly changeCitySettings: ChangeCitySettings,
  ) {}

  @Get()
  @Requires('manage city-settings')
  @ApiOkResponse({ type: CitySettingsVersionDto })
  newest(): Promise<CitySettingsVersion> {
    return this.current.newest();
  }

  @Post('versions')
  @Requires('manage city-settings')
  @ApiCreatedResponse({ type: CitySettingsVersionDto })
  change(@Body() change: CitySettingsChangeDto): Promise<CitySettingsVersion> {
    return this.changeCitySettings.run(change);
  }
}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClockModule } from '../platform/clock/index.js';
import { ChangeCitySettings } from './change-city-settings.js';
import { CitySettingsController } from './city-settings.controller.js';
import { CitySettingsRepository } from './city-settings.repository.js';
import { CitySettingsVersionEntity } from './city-settings-version.entity.js';
import { CurrentCitySettings } from './current-city-settings.js';
import { SeedExampleCity } from './seed-example-city.js';

@Module({
  imports: [TypeOrmModule.forFeature([CitySettingsVersionEntity]), ClockModule],
  controllers: [CitySettingsController],
  providers: [CitySettingsRepository, CurrentCitySettings, ChangeCitySettings, SeedExampleCity],
  exports: [CurrentCitySettings, SeedExampleCity],
})
export class CitySettingsModule {}

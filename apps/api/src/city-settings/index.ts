export { CitySettingsModule } from './city-settings.module.js';
export { CityTextsDto } from './city-settings.dto.js';
export { CurrentCitySettings } from './current-city-settings.js';
export { SeedExampleCity } from './seed-example-city.js';

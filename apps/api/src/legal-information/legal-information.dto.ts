import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { LegalInformation, LocalizedText } from '@stadtteilstimme/domain';
import { CityTextsDto } from '../city-settings/index.js';

@ApiSchema({ name: 'PrivacyEssential' })
export class PrivacyEssentialDto {
  @ApiProperty({ example: 'voluntary' }) id: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'ICU messages by language.' }) texts: LocalizedText;
}

@ApiSchema({ name: 'PublicCitySettings' })
export class PublicCitySettingsDto {
  @ApiProperty({ type: CityTextsDto, description: 'An empty object = the city has not said it yet.' }) texts: CityTextsDto;
  @ApiProperty() helpPhone: string;
  @ApiProperty({ type: String, nullable: true, example: '2026-03-20' }) accessibilityStatementOn: string | null;
  @ApiProperty() freeTextMonths: number;
}

@ApiSchema({ name: 'LegalInformation' })
export class LegalInformationDto implements LegalInformation {
  @ApiProperty({ type: PublicCitySettingsDto }) settings: PublicCitySettingsDto;
  @ApiProperty({ type: [PrivacyEssentialDto] }) essentials: PrivacyEssentialDto[];
  @ApiProperty({ type: [String], description: 'Languages in which a person has confirmed the essentials.' }) reviewedLanguages: string[];
}

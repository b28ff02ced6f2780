import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import {
  CITY_FIELDS,
  type CityField,
  type CitySettings,
  type CitySettingsVersion,
  FREE_TEXT_MONTHS,
  type LanguageCode,
  type LocalizedText,
  WORDING_STATES,
  type WordingState,
} from '@stadtteilstimme/domain';
import { IsInt, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { isByLanguage, IsIsoDate, IsLocalizedText, IsNested, IsPlainText } from '../platform/validation/index.js';

/** Longest text of one field in one language, UTF-16 code units. */
const MAX_LENGTH = 1000;

/** Text by language; German is the one others fall back to. */
const CityTextProperty = (): PropertyDecorator => {
  const checks = [ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }), IsLocalizedText(MAX_LENGTH)];
  return (target, property) => checks.forEach((check) => check(target, property));
};

@ApiSchema({ name: 'CityTexts' })
export class CityTextsDto implements Record<CityField, LocalizedText> {
  @CityTextProperty() provider: LocalizedText;
  @CityTextProperty() representative: LocalizedText;
  @CityTextProperty() providerContact: LocalizedText;
  @CityTextProperty() vatId: LocalizedText;
  @CityTextProperty() controller: LocalizedText;
  @CityTextProperty() dataProtectionOfficer: LocalizedText;
  @CityTextProperty() legalBasis: LocalizedText;
  @CityTextProperty() supervisoryAuthority: LocalizedText;
  @CityTextProperty() contact: LocalizedText;
  @CityTextProperty() barrierContact: LocalizedText;
  @CityTextProperty() arbitrationBody: LocalizedText;
}

/** An object of language code → state of its wording. */
function IsStatesByLanguage(): PropertyDecorator {
  const isStates = (value: unknown): boolean => isByLanguage(value, (state) => WORDING_STATES.some((known) => known === state));
  return ValidateBy({ name: 'isStatesByLanguage', validator: { validate: isStates, defaultMessage: () => '$property must be states by language code' } });
}

@ApiSchema({ name: 'CitySettings' })
export class CitySettingsDto implements CitySettings {
  @ApiProperty({ type: CityTextsDto, description: `Fields: ${CITY_FIELDS.join(', ')}.` }) @IsNested(() => CityTextsDto) texts: CityTextsDto;
  @ApiProperty({ description: 'Empty = there is none.' }) @IsPlainText(0, 60) helpPhone: string;
  @ApiProperty({ type: String, nullable: true, example: '2026-03-20' })
  @ValidateIf((settings: CitySettingsDto) => settings.accessibilityStatementOn !== null)
  @IsIsoDate()
  accessibilityStatementOn: string | null;
  @ApiProperty({ minimum: FREE_TEXT_MONTHS.min, maximum: FREE_TEXT_MONTHS.max }) @IsInt() @Min(FREE_TEXT_MONTHS.min) @Max(FREE_TEXT_MONTHS.max) freeTextMonths: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...WORDING_STATES] } })
  @IsStatesByLanguage()
  essentialStates: Record<LanguageCode, WordingState>;
}

/** Body of `POST /api/city-settings/versions`. */
@ApiSchema({ name: 'CitySettingsChange' })
export class CitySettingsChangeDto {
  @ApiProperty({ description: 'The version the change was made from; must still be the newest. 0 = there was none.' }) @IsInt() @Min(0) @Max(2_000_000_000) baseVersion: number;
  @ApiProperty({ type: CitySettingsDto }) @IsNested(() => CitySettingsDto) settings: CitySettingsDto;
}

@ApiSchema({ name: 'CitySettingsVersion' })
export class CitySettingsVersionDto implements CitySettingsVersion {
  @ApiProperty({ description: '0 = nothing was ever saved.' }) version: number;
  @ApiProperty({ type: String, nullable: true, example: '2026-03-20' }) createdOn: string | null;
  @ApiProperty({ type: CitySettingsDto }) settings: CitySettings;
}

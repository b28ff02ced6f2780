import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import {
  type Choice,
  type ChoiceOption,
  type ConsentBlock,
  type Demographic,
  type Item,
  type ItemBank,
  type ItemKind,
  type Language,
  type LocalizedText,
  type MissingKind,
  type Scale,
  type ScaleMissing,
  type ScalePoint,
  type Wording,
  WORDING_STATES,
  type Wordings,
  type WordingState,
} from '@stadtteilstimme/domain';
import { IsIn, IsOptional } from 'class-validator';
import { IsPlainText } from '../platform/validation/index.js';

export const LOCALIZED_TEXT = { type: 'object', additionalProperties: { type: 'string' } } as const;
const AUDIENCE = { oneOf: [{ type: 'string', enum: ['all'] }, { type: 'array', items: { type: 'string' } }] };

@ApiSchema({ name: 'Language' })
export class LanguageDto implements Language {
  @ApiProperty({ example: 'de-simple' }) code: string;
  @ApiProperty() ownName: string;
  @ApiPropertyOptional() ownNameUnreviewed?: string;
  @ApiProperty({ enum: ['ltr', 'rtl'] }) direction: 'ltr' | 'rtl';
}

@ApiSchema({ name: 'ScalePoint' })
export class ScalePointDto implements ScalePoint {
  @ApiProperty() code: number;
  @ApiProperty(LOCALIZED_TEXT) labels: LocalizedText;
}

@ApiSchema({ name: 'ScaleMissing' })
export class ScaleMissingDto extends ScalePointDto implements ScaleMissing {
  @ApiProperty({ enum: ['dont-know', 'prefer-not'] }) key: MissingKind;
}

@ApiSchema({ name: 'Scale' })
export class ScaleDto implements Scale {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['bestand', 'bedarf'] }) use: 'bestand' | 'bedarf';
  @ApiProperty() ordered: boolean;
  @ApiProperty() min: number;
  @ApiProperty() max: number;
  @ApiProperty({ ...LOCALIZED_TEXT, nullable: true }) prompt: LocalizedText | null;
  @ApiProperty({ type: [ScalePointDto] }) points: ScalePointDto[];
  @ApiProperty({ type: [ScaleMissingDto] }) missing: ScaleMissingDto[];
}

@ApiSchema({ name: 'ChoiceOption' })
export class ChoiceOptionDto implements ChoiceOption {
  @ApiProperty() code: string;
  @ApiProperty() exclusive: boolean;
  @ApiProperty() freeText: boolean;
  @ApiProperty() missing: boolean;
  @ApiProperty(LOCALIZED_TEXT) labels: LocalizedText;
}

@ApiSchema({ name: 'Choice' })
export class ChoiceDto implements Choice {
  @ApiProperty() multiple: boolean;
  @ApiProperty({ type: Number, nullable: true }) max: number | null;
  @ApiProperty({ type: [ChoiceOptionDto] }) options: ChoiceOptionDto[];
}

/** Body of `PUT /api/item-bank/items/{itemId}/wordings/{language}`. */
@ApiSchema({ name: 'WordingChange' })
export class WordingChangeDto implements Wording {
  @ApiProperty() @IsPlainText(1, 2000) text: string;
  @ApiPropertyOptional() @IsOptional() @IsPlainText(0, 2000) help?: string;
  @ApiProperty({ enum: WORDING_STATES }) @IsIn(WORDING_STATES) state: WordingState;
}

@ApiSchema({ name: 'Wording' })
export class WordingDto extends WordingChangeDto implements Wording {
  @ApiPropertyOptional({ enum: [true], description: 'The German text changed after this translation was made.' }) stale?: true;
}

const WORDINGS = { type: 'object', additionalProperties: { $ref: getSchemaPath('Wording') } } as const;

@ApiSchema({ name: 'ItemScales' })
export class ItemScalesDto {
  @ApiProperty({ type: String, nullable: true }) bestand: string | null;
  @ApiProperty({ type: String, nullable: true }) bedarf: string | null;
}

@ApiSchema({ name: 'Item' })
@ApiExtraModels(WordingDto)
export class ItemDto implements Item {
  @ApiProperty({ example: 'K1-1' }) id: string;
  @ApiProperty({ enum: ['pair', 'bestand', 'bedarf'] }) kind: ItemKind;
  @ApiProperty({ type: [String] }) audience: string[];
  @ApiProperty({ type: String, nullable: true }) criterion: string | null;
  @ApiProperty({ type: String, nullable: true }) fieldOfAction: string | null;
  @ApiProperty({ type: ItemScalesDto }) scales: ItemScalesDto;
  @ApiProperty() reverse: boolean;
  @ApiProperty() art9: boolean;
  @ApiProperty() sensitive: boolean;
  @ApiProperty({ type: String, nullable: true }) twinOf: string | null;
  @ApiProperty({ type: ChoiceDto, nullable: true }) choice: ChoiceDto | null;
  @ApiProperty(WORDINGS) wordings: Wordings;
}

@ApiSchema({ name: 'Demographic' })
export class DemographicDto implements Demographic {
  @ApiProperty() id: string;
  @ApiProperty(AUDIENCE) audience: 'all' | string[];
  @ApiProperty() optional: boolean;
  @ApiProperty({ type: String, enum: ['districts'], nullable: true }) optionsFrom: 'districts' | null;
  @ApiProperty({ type: [ChoiceOptionDto] }) options: ChoiceOptionDto[];
  @ApiProperty(WORDINGS) wordings: Wordings;
}

@ApiSchema({ name: 'ConsentBlock' })
export class ConsentBlockDto implements ConsentBlock {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['heading', 'text', 'checkbox'] }) type: 'heading' | 'text' | 'checkbox';
  @ApiProperty(AUDIENCE) audience: 'all' | string[];
  @ApiProperty() onlyWithArt9Items: boolean;
  @ApiProperty(LOCALIZED_TEXT) texts: LocalizedText;
}

@ApiSchema({ name: 'ItemBank' })
export class ItemBankDto implements ItemBank {
  @ApiProperty({ type: [LanguageDto] }) languages: LanguageDto[];
  @ApiProperty({ type: [ScaleDto] }) scales: ScaleDto[];
  @ApiProperty({ type: [ItemDto] }) items: ItemDto[];
  @ApiProperty({ type: [DemographicDto] }) demographics: DemographicDto[];
  @ApiProperty({ type: [ConsentBlockDto] }) consent: ConsentBlockDto[];
  @ApiProperty({ type: 'object', additionalProperties: LOCALIZED_TEXT }) interfaceTexts: Record<string, LocalizedText>;
}

/** How OpenAPI describes an answer code. */
export const ANSWER_CODE = { oneOf: [{ type: 'number' }, { type: 'string' }] };

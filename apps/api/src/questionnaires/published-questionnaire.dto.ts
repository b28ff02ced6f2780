import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type {
  AnswerCode,
  Codebook,
  CodebookQuestion,
  ConsentText,
  LocalizedText,
  MissingKind,
  OpenQuestionnaire,
  PublishedLanguage,
  PublishedQuestionnaire,
  Variable,
  VariableCode,
  VariablePart,
} from '@stadtteilstimme/domain';
import { ANSWER_CODE, LanguageDto, LOCALIZED_TEXT } from './item-bank.dto.js';

const MISSING = { type: String, enum: ['dont-know', 'prefer-not'], nullable: true };

@ApiSchema({ name: 'OpenQuestionnaire' })
export class OpenQuestionnaireDto implements OpenQuestionnaire {
  @ApiProperty() slug: string;
  @ApiProperty(LOCALIZED_TEXT) title: LocalizedText;
  @ApiProperty({ type: [LanguageDto] }) languages: LanguageDto[];
  @ApiProperty({ description: 'Example data.' }) synthetic: boolean;
}

@ApiSchema({ name: 'PublishedLanguage' })
export class PublishedLanguageDto extends LanguageDto implements PublishedLanguage {
  @ApiProperty() reviewed: boolean;
}

@ApiSchema({ name: 'ConsentText' })
export class ConsentTextDto implements ConsentText {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['heading', 'text', 'checkbox'] }) type: 'heading' | 'text' | 'checkbox';
  @ApiProperty() onlyWithArt9Items: boolean;
  @ApiProperty(LOCALIZED_TEXT) texts: LocalizedText;
}

@ApiSchema({ name: 'CodebookQuestion' })
export class CodebookQuestionDto implements CodebookQuestion {
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['single', 'multiple'] }) type: 'single' | 'multiple';
  @ApiProperty({ type: Number, nullable: true }) max: number | null;
  @ApiProperty({ type: String, nullable: true }) commentKey: string | null;
  @ApiProperty() commentMaxLength: number;
  @ApiProperty({ type: String, nullable: true }) visibleIf: string | null;
}

@ApiSchema({ name: 'VariableCode' })
export class VariableCodeDto implements VariableCode {
  @ApiProperty(ANSWER_CODE) code: AnswerCode;
  @ApiProperty({ minimum: 1, maximum: 250 }) position: number;
  @ApiProperty(MISSING) missing: MissingKind | null;
  @ApiProperty(LOCALIZED_TEXT) labels: LocalizedText;
}

@ApiSchema({ name: 'VariableScale' })
export class VariableScaleDto {
  @ApiProperty() id: string;
  @ApiProperty() min: number;
  @ApiProperty() max: number;
}

@ApiSchema({ name: 'VariableOption' })
export class VariableOptionDto {
  @ApiProperty() code: string;
  @ApiProperty() exclusive: boolean;
  @ApiProperty(MISSING) missing: MissingKind | null;
}

@ApiSchema({ name: 'Variable' })
export class VariableDto implements Variable {
  @ApiProperty() name: string;
  @ApiProperty() question: string;
  @ApiProperty({ type: String, nullable: true }) itemId: string | null;
  @ApiProperty({ type: String, nullable: true }) demographicId: string | null;
  @ApiProperty({ enum: ['bestand', 'bedarf', 'choice', 'option', 'text', 'demographic'] }) part: VariablePart;
  @ApiProperty({ enum: ['nominal', 'ordinal', 'text'] }) measurement: 'nominal' | 'ordinal' | 'text';
  @ApiProperty({ type: VariableScaleDto, nullable: true }) scale: VariableScaleDto | null;
  @ApiProperty({ type: [VariableCodeDto] }) codes: VariableCodeDto[];
  @ApiProperty({ type: VariableOptionDto, nullable: true }) option: VariableOptionDto | null;
  @ApiProperty(LOCALIZED_TEXT) labels: LocalizedText;
  @ApiProperty({ type: String, nullable: true }) criterion: string | null;
  @ApiProperty({ type: String, nullable: true }) fieldOfAction: string | null;
  @ApiProperty() reverse: boolean;
  @ApiProperty() art9: boolean;
  @ApiProperty() sensitive: boolean;
  @ApiProperty({ type: String, nullable: true }) visibleIf: string | null;
}

@ApiSchema({ name: 'Codebook' })
export class CodebookDto implements Codebook {
  @ApiProperty({ type: [CodebookQuestionDto] }) questions: CodebookQuestionDto[];
  @ApiProperty({ type: [VariableDto] }) variables: VariableDto[];
  @ApiProperty({ type: String, nullable: true }) districtVariable: string | null;
}

@ApiSchema({ name: 'PublishedQuestionnaire' })
export class PublishedQuestionnaireDto implements PublishedQuestionnaire {
  @ApiProperty({ format: 'uuid' }) versionId: string;
  @ApiProperty() slug: string;
  @ApiProperty({ enum: ['open', 'closed'] }) state: 'open' | 'closed';
  @ApiProperty({ description: 'Example data.' }) synthetic: boolean;
  @ApiProperty({ type: [PublishedLanguageDto] }) languages: PublishedLanguageDto[];
  @ApiProperty(LOCALIZED_TEXT) title: LocalizedText;
  @ApiProperty(LOCALIZED_TEXT) welcome: LocalizedText;
  @ApiProperty(LOCALIZED_TEXT) thanks: LocalizedText;
  @ApiProperty({ type: [ConsentTextDto] }) consent: ConsentTextDto[];
  @ApiProperty() hasArt9Items: boolean;
  @ApiPropertyOptional({ description: 'Whole months after closing that free texts are kept.' }) freeTextMonths?: number;
  @ApiProperty({ description: 'About how long it takes, whole minutes.' }) minutes: number;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'SurveyJS JSON.' }) survey: Record<string, unknown>;
  @ApiProperty({ type: CodebookDto }) codebook: CodebookDto;
  @ApiProperty({ type: 'object', additionalProperties: LOCALIZED_TEXT }) interfaceTexts: Record<string, LocalizedText>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }) districtAliases: Record<string, string[]>;
}

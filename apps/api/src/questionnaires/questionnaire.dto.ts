import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import {
  type LanguageReadiness,
  LEGAL_BASES,
  type LegalBasis,
  type LocalizedText,
  type ProblemCode,
  type ProblemDetail,
  PROBLEMS,
  type QuestionnaireDetail,
  type QuestionnaireDraft,
  type QuestionnaireState,
  type QuestionnaireSummary,
  type QuestionnaireVersionSummary,
  type Readiness,
  SAMPLING_DESIGNS,
  type SamplingDesign,
  type WordingState,
} from '@stadtteilstimme/domain';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, Length, Matches, Max, Min, ValidateIf } from 'class-validator';
import { IsLocalizedText, IsNested, IsPlainText } from '../platform/validation/index.js';
import { LOCALIZED_TEXT } from './item-bank.dto.js';

const STATES = ['draft', 'open', 'closed'] as const satisfies readonly QuestionnaireState[];

/** A list of ids without doubles; whether they exist is a matter of readiness. */
function IsIdList(max: number): PropertyDecorator {
  const checks = [ApiProperty({ type: [String] }), IsArray(), ArrayMaxSize(max), ArrayUnique(), IsPlainText(1, 60, { each: true })];
  return (target, property) => checks.forEach((check) => check(target, property));
}

@ApiSchema({ name: 'QuestionnaireDraft' })
export class QuestionnaireDraftDto implements QuestionnaireDraft {
  @ApiProperty({ example: 'aelter-werden', minLength: 3, maxLength: 60 })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @Length(3, 60)
  slug: string;
  @ApiProperty(LOCALIZED_TEXT) @IsLocalizedText(300) title: LocalizedText;
  @ApiProperty(LOCALIZED_TEXT) @IsLocalizedText(5000) welcome: LocalizedText;
  @ApiProperty(LOCALIZED_TEXT) @IsLocalizedText(5000) thanks: LocalizedText;
  @ApiProperty() @IsPlainText(0, 60) targetGroupId: string;
  @IsIdList(200) districtIds: string[];
  @IsIdList(50) languages: string[];
  @ApiProperty({ enum: SAMPLING_DESIGNS }) @IsIn(SAMPLING_DESIGNS) samplingDesign: SamplingDesign;
  @ApiProperty() @IsPlainText(0, 2000) purpose: string;
  @ApiPropertyOptional({ ...LOCALIZED_TEXT, description: 'The purpose in other languages than German.' })
  @ValidateIf((draft: QuestionnaireDraftDto) => draft.purposeTranslations !== undefined)
  @IsLocalizedText(2000)
  purposeTranslations?: LocalizedText;
  @ApiProperty({ enum: LEGAL_BASES }) @IsIn(LEGAL_BASES) legalBasis: LegalBasis;
  @IsIdList(2) focus: string[];
  @IsIdList(300) itemIds: string[];
  @IsIdList(50) demographicIds: string[];
}

/** Body of `PUT /api/questionnaires/{id}`. */
@ApiSchema({ name: 'QuestionnaireChange' })
export class QuestionnaireChangeDto {
  @ApiProperty({ description: 'The revision the change was made from.' }) @IsInt() @Min(1) @Max(2_000_000_000) revision: number;
  @ApiProperty({ type: QuestionnaireDraftDto }) @IsNested(() => QuestionnaireDraftDto) draft: QuestionnaireDraftDto;
}

@ApiSchema({ name: 'QuestionnaireSummary' })
export class QuestionnaireSummaryDto implements QuestionnaireSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() slug: string;
  @ApiProperty(LOCALIZED_TEXT) title: LocalizedText;
  @ApiProperty({ enum: STATES }) state: QuestionnaireState;
  @ApiProperty() targetGroupId: string;
  @ApiProperty({ enum: SAMPLING_DESIGNS }) samplingDesign: SamplingDesign;
  @ApiProperty({ type: [String] }) languages: string[];
  @ApiProperty() itemCount: number;
  @ApiProperty({ type: Number, nullable: true }) publishedVersion: number | null;
  @ApiProperty({ description: 'The draft is no longer what the newest version was made from.' }) newVersionBegun: boolean;
  @ApiProperty({ type: Number, nullable: true }) responseCount: number | null;
  @ApiProperty({ description: 'Example data.' }) synthetic: boolean;
}

@ApiSchema({ name: 'QuestionnaireDetail' })
export class QuestionnaireDetailDto extends QuestionnaireSummaryDto implements QuestionnaireDetail {
  @ApiProperty({ type: QuestionnaireDraftDto }) draft: QuestionnaireDraft;
  @ApiProperty() revision: number;
  @ApiProperty() taxonomyVersion: number;
}

@ApiSchema({ name: 'ProblemDetail' })
export class ProblemDetailDto implements ProblemDetail {
  @ApiProperty({ type: String, enum: Object.keys(PROBLEMS) }) code: ProblemCode;
  @ApiProperty({ example: 'items.K1-1' }) place: string;
  @ApiPropertyOptional() language?: string;
  @ApiPropertyOptional({ ...LOCALIZED_TEXT, description: 'What is wrong and what to do, in German and English.' }) sentences?: LocalizedText;
}

@ApiSchema({ name: 'LanguageReadiness' })
export class LanguageReadinessDto implements LanguageReadiness {
  @ApiProperty() language: string;
  @ApiProperty() wordings: number;
  @ApiProperty() missing: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) states: Partial<Record<WordingState, number>>;
}

@ApiSchema({ name: 'Readiness' })
export class ReadinessDto implements Readiness {
  @ApiProperty({ type: [ProblemDetailDto] }) problems: ProblemDetailDto[];
  @ApiProperty({ type: [LanguageReadinessDto] }) languages: LanguageReadinessDto[];
}

@ApiSchema({ name: 'QuestionnaireVersionSummary' })
export class QuestionnaireVersionSummaryDto implements QuestionnaireVersionSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: number;
  @ApiProperty({ example: '2026-03-20' }) publishedOn: string;
  @ApiProperty() taxonomyVersion: number;
  @ApiProperty({ type: [String] }) languages: string[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) wordingNotes: Record<string, string>;
}

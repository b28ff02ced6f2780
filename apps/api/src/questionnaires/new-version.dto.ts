import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { ItemChange, ItemComparability, LocalizedText, NamedQuestion, NewVersionPreview, QuestionComparison, WordChange } from '@stadtteilstimme/domain';
import { IsInt, IsOptional, Max, Min, ValidateBy } from 'class-validator';
import { isPlainText } from '../platform/validation/index.js';
import { LOCALIZED_TEXT } from './item-bank.dto.js';
import type { Publication } from './publish-questionnaire.js';
import { ProblemDetailDto } from './questionnaire.dto.js';

/** Longest reason for a changed wording, in characters. */
const MAX_NOTE_LENGTH = 500;
/** More questions than a questionnaire may have. */
const MAX_NOTES = 350;

function IsWordingNotes(): PropertyDecorator {
  return ValidateBy({
    name: 'isWordingNotes',
    validator: { validate: isWordingNotes, defaultMessage: () => '$property must be reasons by id of a question' },
  });
}

function isWordingNotes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries: [string, unknown][] = Object.entries(value);
  return entries.length <= MAX_NOTES && entries.every(([id, note]) => isPlainText(id, 60) && isPlainText(note, MAX_NOTE_LENGTH));
}

/** Body of `POST /api/questionnaires/{id}/publish`. A first version needs neither. */
@ApiSchema({ name: 'Publication' })
export class PublicationDto implements Publication {
  @ApiPropertyOptional({ description: 'Revision of the draft that was looked at; another one is refused.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  revision?: number;
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' }, description: 'Id of a question → why its wording changed.' })
  @IsOptional()
  @IsWordingNotes()
  wordingNotes?: Record<string, string>;
}

/** Body of `POST /api/questionnaires/{id}/discard-changes`. */
@ApiSchema({ name: 'DiscardedChanges' })
export class DiscardedChangesDto {
  @ApiProperty({ description: 'The revision that is given up.' }) @IsInt() @Min(1) @Max(2_000_000_000) revision: number;
}

@ApiSchema({ name: 'WordChange' })
export class WordChangeDto implements WordChange {
  @ApiProperty({ enum: ['kept', 'removed', 'added'] }) kind: 'kept' | 'removed' | 'added';
  @ApiProperty() text: string;
}

@ApiSchema({ name: 'ItemChange' })
export class ItemChangeDto implements ItemChange {
  @ApiProperty({ enum: ['limited', 'break'] }) effect: 'limited' | 'break';
  @ApiProperty(LOCALIZED_TEXT) sentences: LocalizedText;
  @ApiPropertyOptional() language?: string;
  @ApiPropertyOptional({ type: [WordChangeDto] }) words?: WordChangeDto[];
}

@ApiSchema({ name: 'NamedQuestion' })
export class NamedQuestionDto implements NamedQuestion {
  @ApiProperty({ example: 'K1-1' }) id: string;
  @ApiProperty(LOCALIZED_TEXT) text: LocalizedText;
}

@ApiSchema({ name: 'QuestionComparison' })
export class QuestionComparisonDto extends NamedQuestionDto implements QuestionComparison {
  @ApiProperty({ enum: ['comparable', 'limited', 'break'] }) comparability: ItemComparability;
  @ApiProperty({ type: [ItemChangeDto] }) changes: ItemChangeDto[];
  @ApiProperty({ description: 'A reason must be given on publishing.' }) needsNote: boolean;
}

@ApiSchema({ name: 'NewVersionPreview' })
export class NewVersionPreviewDto implements NewVersionPreview {
  @ApiProperty() number: number;
  @ApiProperty() revision: number;
  @ApiProperty() hasAnswers: boolean;
  @ApiProperty() isUnchanged: boolean;
  @ApiProperty({ type: [QuestionComparisonDto] }) questions: QuestionComparisonDto[];
  @ApiProperty({ type: [NamedQuestionDto] }) newQuestions: NamedQuestionDto[];
  @ApiProperty({ type: [NamedQuestionDto] }) droppedQuestions: NamedQuestionDto[];
  @ApiProperty({ type: [String] }) newLanguages: string[];
  @ApiProperty({ type: [String] }) droppedLanguages: string[];
  @ApiProperty({ type: [ProblemDetailDto], description: 'What keeps it from being published. Empty = nothing.' }) refusals: ProblemDetailDto[];
}

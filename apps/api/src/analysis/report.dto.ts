import { ApiProperty, type ApiPropertyOptions, ApiSchema } from '@nestjs/swagger';
import type { Cell, DisclosurePolicy, InferenceStatement, LocalizedText, Report, ReportFilters, SamplingDesign } from '@stadtteilstimme/domain';
import { COLLECTION_MODES, SAMPLING_DESIGNS } from '@stadtteilstimme/domain';

const LOCALIZED_TEXT = { type: 'object', additionalProperties: { type: 'string' } } as const;
const OBJECT = { type: 'object', additionalProperties: true } as const;
const OBJECTS = { type: 'array', items: OBJECT } as const;
const STATEMENTS = ['census', 'random-sample', 'quota', 'orientation-only'] as const satisfies readonly InferenceStatement[];
const CELL: ApiPropertyOptions = {
  description: 'A number, or the reason why there is none.',
  oneOf: [
    { type: 'object', required: ['kind', 'count'], properties: { kind: { type: 'string', enum: ['count'] }, count: { type: 'integer', minimum: 0 } } },
    {
      type: 'object',
      required: ['kind', 'reason'],
      properties: { kind: { type: 'string', enum: ['withheld'] }, reason: { type: 'string', enum: ['too-few', 'base-too-small', 'homogeneous', 'protected'] } },
    },
  ],
};

@ApiSchema({ name: 'DisclosurePolicy' })
export class DisclosurePolicyDto implements DisclosurePolicy {
  @ApiProperty() minimumCell: number;
  @ApiProperty() minimumSensitiveCell: number;
  @ApiProperty() minimumBase: number;
  @ApiProperty() homogeneityBase: number;
}

@ApiSchema({ name: 'ReportFilters' })
export class ReportFiltersDto implements ReportFilters {
  @ApiProperty({ type: [String] }) districtIds: string[];
  @ApiProperty({ enum: COLLECTION_MODES, isArray: true }) modes: ReportFilters['modes'];
  @ApiProperty({ type: [String] }) targetGroupIds: string[];
  @ApiProperty({ type: String, nullable: true }) weekFrom: string | null;
  @ApiProperty({ type: String, nullable: true }) weekTo: string | null;
}

/** A protected report: every cell is a number or the reason why there is none. */
@ApiSchema({ name: 'Report' })
export class ReportDto implements Report {
  @ApiProperty({ format: 'uuid' }) questionnaireId: string;
  @ApiProperty() versionNumber: number;
  @ApiProperty({ ...OBJECTS, description: 'Questions whose wording or answers changed between versions (contract type ChangedQuestion).' })
  changedQuestions: Report['changedQuestions'];
  @ApiProperty(LOCALIZED_TEXT) title: LocalizedText;
  @ApiProperty() synthetic: boolean;
  @ApiProperty({ enum: SAMPLING_DESIGNS }) samplingDesign: SamplingDesign;
  @ApiProperty({ enum: STATEMENTS }) statement: InferenceStatement;
  @ApiProperty() targetGroupId: string;
  @ApiProperty({ type: ReportFiltersDto }) filters: ReportFilters;
  @ApiProperty({ type: DisclosurePolicyDto }) policy: DisclosurePolicy;
  @ApiProperty({ type: String, nullable: true, example: '2026-W20' }) lastWeek: string | null;
  @ApiProperty({ type: [String], description: 'Oldest first.' }) weeks: string[];
  @ApiProperty(OBJECTS) rows: Report['rows'];
  @ApiProperty(CELL) total: Cell;
  @ApiProperty(OBJECTS) participants: Report['participants'];
  @ApiProperty(OBJECTS) modes: Report['modes'];
  @ApiProperty({ ...OBJECTS, description: 'Items with their protected distributions (contract type ItemReport).' }) items: Report['items'];
  @ApiProperty({ ...OBJECTS, description: 'Criterion indexes (contract type CriterionReport).' }) criteria: Report['criteria'];
}

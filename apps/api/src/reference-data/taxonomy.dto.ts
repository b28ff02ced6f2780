import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type {
  CommunityHouse,
  Criterion,
  District,
  FieldOfAction,
  LocalizedText,
  PopulationFigure,
  TargetGroup,
  Taxonomy,
  TaxonomyVersion,
} from '@stadtteilstimme/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotIn,
  IsNumber,
  IsPositive,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsLocalizedText, IsNested, IsPlainText } from '../platform/validation/index.js';

const ID = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;
/** Rows of every report that are no Stadtteil. */
const ROW_NAMES = ['all', 'elsewhere', 'unknown'];
const DATE_OR_YEAR = /^\d{4}(-\d{2}-\d{2})?$/;
const LOCALIZED_TEXT = { type: 'object', additionalProperties: { type: 'string' } } as const;

@ApiSchema({ name: 'PopulationFigure' })
export class PopulationFigureDto implements PopulationFigure {
  @ApiProperty({ minimum: 0 }) @IsInt() @Min(0) @Max(100_000_000) count: number;
  @ApiProperty({ example: '2021-12-31', description: 'YYYY or YYYY-MM-DD' }) @Matches(DATE_OR_YEAR) asOf: string;
  @ApiProperty() @IsPlainText(1, 300) source: string;
  @ApiProperty() @IsPlainText(0, 300) definition: string;
}

@ApiSchema({ name: 'Tile' })
export class TileDto {
  @ApiProperty({ minimum: 0 }) @IsInt() @Min(0) @Max(99) col: number;
  @ApiProperty({ minimum: 0 }) @IsInt() @Min(0) @Max(99) row: number;
}

@ApiSchema({ name: 'District' })
export class DistrictDto implements District {
  @ApiProperty({ example: 'kaltenmoor' }) @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/) @Length(1, 60) @IsNotIn(ROW_NAMES) id: string;
  @ApiProperty() @IsPlainText(1, 120) name: string;
  @ApiProperty({ type: [String] }) @IsArray() @ArrayMaxSize(100) @IsPlainText(1, 120, { each: true }) aliases: string[];
  @ApiProperty({ type: TileDto }) @IsNested(() => TileDto) tile: TileDto;
  @ApiProperty({ type: [PopulationFigureDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => PopulationFigureDto)
  populations: PopulationFigureDto[];
  @ApiProperty({ type: Number, nullable: true })
  @ValidateIf((district: DistrictDto) => district.areaKm2 !== null)
  @IsNumber()
  @IsPositive()
  areaKm2: number | null;
}

@ApiSchema({ name: 'CommunityHouse' })
export class CommunityHouseDto implements CommunityHouse {
  @ApiProperty() @Matches(ID) @Length(1, 60) id: string;
  @ApiProperty() @IsPlainText(1, 120) name: string;
  @ApiProperty({ type: [String] }) @IsArray() @ArrayMaxSize(200) @IsPlainText(1, 60, { each: true }) districtIds: string[];
}

@ApiSchema({ name: 'TargetGroup' })
export class TargetGroupDto implements TargetGroup {
  @ApiProperty() @Matches(ID) @Length(1, 60) id: string;
  @ApiProperty(LOCALIZED_TEXT) @IsLocalizedText(200) names: LocalizedText;
}

@ApiSchema({ name: 'FieldOfAction' })
export class FieldOfActionDto implements FieldOfAction {
  @ApiProperty() @Matches(ID) @Length(1, 60) id: string;
  @ApiProperty(LOCALIZED_TEXT) @IsLocalizedText(200) names: LocalizedText;
}

@ApiSchema({ name: 'Criterion' })
export class CriterionDto implements Criterion {
  @ApiProperty() @Matches(ID) @Length(1, 60) id: string;
  @ApiProperty(LOCALIZED_TEXT) @IsLocalizedText(200) names: LocalizedText;
  @ApiProperty({ enum: ['cross-cutting', 'focus-slot'] }) @IsIn(['cross-cutting', 'focus-slot']) kind: 'cross-cutting' | 'focus-slot';
}

@ApiSchema({ name: 'Taxonomy' })
export class TaxonomyDto implements Taxonomy {
  @ApiProperty() @IsPlainText(1, 120) cityName: string;
  @ApiProperty({ type: [DistrictDto] })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DistrictDto)
  districts: DistrictDto[];
  @ApiProperty({ type: [CommunityHouseDto] })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CommunityHouseDto)
  communityHouses: CommunityHouseDto[];
  @ApiProperty({ type: [TargetGroupDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => TargetGroupDto)
  targetGroups: TargetGroupDto[];
  @ApiProperty({ type: [FieldOfActionDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => FieldOfActionDto)
  fieldsOfAction: FieldOfActionDto[];
  @ApiProperty({ type: [CriterionDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CriterionDto)
  criteria: CriterionDto[];
}

/** Body of `POST /api/taxonomy/versions`. */
@ApiSchema({ name: 'TaxonomyChange' })
export class TaxonomyChangeDto {
  @ApiProperty({ description: 'The version the change was made from; must still be the newest.' }) @IsInt() @Min(1) @Max(2_000_000_000) baseVersion: number;
  @ApiProperty() @IsPlainText(1, 500) comment: string;
  @ApiProperty({ type: TaxonomyDto }) @IsNested(() => TaxonomyDto) taxonomy: TaxonomyDto;
}

@ApiSchema({ name: 'TaxonomyVersionSummary' })
export class TaxonomyVersionSummaryDto implements Omit<TaxonomyVersion, 'taxonomy'> {
  @ApiProperty() version: number;
  @ApiProperty({ example: '2026-03-20' }) createdOn: string;
  @ApiProperty() comment: string;
}

@ApiSchema({ name: 'TaxonomyVersion' })
export class TaxonomyVersionDto extends TaxonomyVersionSummaryDto implements TaxonomyVersion {
  @ApiProperty({ type: TaxonomyDto }) taxonomy: Taxonomy;
}

import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { ReportQuery } from './report-filters.js';

/** Filter parameters of a report; what they may name is checked against the questionnaire. */
export class ReportQueryDto implements ReportQuery {
  @ApiPropertyOptional({ description: 'District ids, separated by commas. Chooses rows; empty = all rows you may see.', example: 'kaltenmoor,oedeme' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  district?: string;

  @ApiPropertyOptional({ description: 'Collection modes, separated by commas.', example: 'online,tablet' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  mode?: string;

  @ApiPropertyOptional({ description: 'Target group ids, separated by commas.', example: 'senior' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  group?: string;

  @ApiPropertyOptional({ description: 'First ISO week, inclusive.', example: '2026-W10' })
  @IsOptional()
  @IsString()
  @MaxLength(8)
  from?: string;

  @ApiPropertyOptional({ description: 'Last ISO week, inclusive.', example: '2026-W20' })
  @IsOptional()
  @IsString()
  @MaxLength(8)
  to?: string;
}

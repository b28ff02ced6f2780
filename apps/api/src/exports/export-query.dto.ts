import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { CSV_FORMATS, type CsvFormat, EXPORT_VALUES, type ExportValues } from '@stadtteilstimme/questionnaire/export';
import { ReportQueryDto } from '../analysis/index.js';

const FORMAT = { enum: CSV_FORMATS, default: 'plain', description: 'german-excel: BOM, semicolon, decimal comma, CRLF, German column names. plain: for R, Python, SPSS.' };

/** Parameters of `codebook.csv`. */
export class CodebookExportQueryDto {
  @ApiPropertyOptional(FORMAT)
  @IsOptional()
  @IsIn(CSV_FORMATS)
  format: CsvFormat = 'plain';
}

/** Parameters of `responses.csv`. */
export class ResponsesExportQueryDto extends CodebookExportQueryDto {
  @ApiPropertyOptional({ enum: EXPORT_VALUES, default: 'codes' })
  @IsOptional()
  @IsIn(EXPORT_VALUES)
  values: ExportValues = 'codes';
}

/** Parameters of `report.csv`: the format and the filters of the report. */
export class ReportExportQueryDto extends ReportQueryDto {
  @ApiPropertyOptional(FORMAT)
  @IsOptional()
  @IsIn(CSV_FORMATS)
  format: CsvFormat = 'plain';
}

import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { FreeTextDeletion } from '@stadtteilstimme/domain';

@ApiSchema({ name: 'FreeTextDeletion' })
export class FreeTextDeletionDto implements FreeTextDeletion {
  @ApiProperty() hasFreeTexts: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'Whole months after closing.' }) months: number | null;
  @ApiProperty({ type: String, nullable: true, example: '2026-09-20' }) nextOn: string | null;
  @ApiProperty({ type: String, nullable: true, example: '2026-09-20' }) lastOn: string | null;
}

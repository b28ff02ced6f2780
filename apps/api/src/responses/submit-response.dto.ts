import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import {
  type AnswerValue,
  type CollectionMode,
  type ConsentGiven,
  type ResponseReceipt,
  type ResponseSubmission,
  SELF_REPORTED_MODES,
} from '@stadtteilstimme/domain';

@ApiSchema({ name: 'ConsentGiven' })
export class ConsentGivenDto implements ConsentGiven {
  @ApiProperty() agree: boolean;
  @ApiProperty({ description: 'Explicit consent to special categories of personal data (Art. 9 GDPR).' }) art9: boolean;
}

/** Describes the body; it is read by `readSubmission`. */
@ApiSchema({ name: 'ResponseSubmission' })
export class ResponseSubmissionDto implements ResponseSubmission {
  @ApiProperty({ format: 'uuid' }) versionId: string;
  @ApiProperty({ enum: SELF_REPORTED_MODES }) mode: CollectionMode;
  @ApiProperty({ type: ConsentGivenDto }) consent: ConsentGivenDto;
  @ApiProperty({
    type: 'object',
    additionalProperties: {
      oneOf: [
        { type: 'string' },
        { type: 'number' },
        { type: 'boolean' },
        { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'number' }] } },
        { type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] } },
      ],
    },
    description: 'By question of the codebook: a code or value, a list of codes, or the rows of a matrix.',
  })
  answers: Record<string, AnswerValue>;
}

@ApiSchema({ name: 'ResponseReceipt' })
export class ResponseReceiptDto implements ResponseReceipt {
  @ApiProperty({ enum: ['stored', 'already-stored'] }) status: 'stored' | 'already-stored';
}

export { ResponseRecord } from './response-record.js';
export type { CodedResponse, SingleResponse } from './response.repository.js';
export { ResponsesModule } from './responses.module.js';
export type { StoredResponse } from './stored-responses.js';
export { type ResponseToStore, StoreResponse } from './store-response.js';
export { MAX_SUBMISSION_BYTES } from './submission.js';

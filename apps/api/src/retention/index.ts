export { type DeletedFreeTexts, DeleteFreeTexts } from './delete-free-texts.js';
export { RetentionModule } from './retention.module.js';

export { announce } from './announce.js';
export { deleteFreeTextsDaily } from './delete-free-texts-daily.js';
export { fillWithExampleData, prepareMasterData } from './fill.js';
export type { DailyWork } from './run-daily.js';
export { describeApi, type RunningService, StartUpError, startService } from './start.js';
export { type ListedRoute, listRoutes } from '../platform/access/index.js';

export { announce } from './announce.js';
export { fillWithExampleData, prepareMasterData } from './fill.js';
export { describeApi, type RunningService, StartUpError, startService } from './start.js';
export { type ListedRoute, listRoutes } from '../platform/access/index.js';

import 'reflect-metadata';
import { ConfigurationError, readConfiguration } from './platform/config/index.js';
import { announce, deleteFreeTextsDaily, fillWithExampleData, type DailyWork, prepareMasterData, startService, StartUpError } from './start-up/index.js';

try {
  const configuration = readConfiguration(process.env, process.argv.slice(2));
  const service = await startService(configuration);
  let daily: DailyWork | null = null;
  const stop = () => {
    console.log('\nStopping …');
    Promise.resolve(daily?.stop()).then(() => service.stop()).then(() => process.exit(0), () => process.exit(1));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await prepareMasterData(service.app);
    if (configuration.demo) await fillWithExampleData(service.app);
    await service.app.listen(configuration.port, configuration.host);
    await announce(service, configuration);
    daily = deleteFreeTextsDaily(service.app);
  } catch (error) {
    await service.stop();
    throw error;
  }
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof StartUpError) return error.message;
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${process.env['PORT'] ?? 3000} is in use. Choose another one with PORT=…`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import type { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/**
 * Makes Fastify honour `@RouteConfig({ bodyLimit })`: Nest hands the decorator's value to the route's `config` only.
 * Must run before the routes are registered, so in `configure` of a module.
 */
export function honourBodyLimits({ httpAdapter }: HttpAdapterHost): void {
  // There is none where the module is used without a server.
  if (httpAdapter?.getType?.() !== 'fastify') return;
  const fastify = httpAdapter.getInstance<FastifyInstance>();
  fastify.addHook('onRoute', (route) => {
    const limit: unknown = route.config !== undefined && 'bodyLimit' in route.config ? route.config.bodyLimit : undefined;
    if (typeof limit === 'number') route.bodyLimit = limit;
  });
}

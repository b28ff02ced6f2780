import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from './access.js';

/** A route of a controller and what it says about who may use it; `rule` null = says nothing, so nobody may. */
export interface ListedRoute {
  readonly method: string;
  /** With the global prefix and `:parameters`, for example `/api/questionnaires/:id`. */
  readonly path: string;
  readonly rule: AccessRule | null;
}

/** All routes of all controllers, sorted by path and method. */
export function listRoutes(app: INestApplication): ListedRoute[] {
  const scanner = new MetadataScanner();
  const routes: ListedRoute[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, (...args: never[]) => unknown>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (handler === undefined || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
        routes.push(...routesOf(metatype, handler));
      }
    }
  }
  return routes.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
}

function routesOf(controller: object, handler: object): ListedRoute[] {
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'ALL';
  const rule = (Reflect.getMetadata(ACCESS_RULE, handler) ?? Reflect.getMetadata(ACCESS_RULE, controller) ?? null) as AccessRule | null;
  return pathsOf(controller).flatMap((base) =>
    pathsOf(handler).map((path) => ({ method, path: `/api/${base}/${path}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, ''), rule })),
  );
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return path === undefined ? [''] : [path].flat();
}

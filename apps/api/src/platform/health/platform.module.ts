import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '../access/index.js';
import { HealthController } from './health.controller.js';

/** What every application has: the guard in front of all routes, and its health. */
@Module({ controllers: [HealthController], providers: [{ provide: APP_GUARD, useClass: AccessGuard }] })
export class PlatformModule {}

import { Module } from '@nestjs/common';
import { ReferenceDataModule } from '../reference-data/index.js';
import { DescribeInstallation } from './describe-installation.js';
import { InstallationController } from './installation.controller.js';

@Module({ imports: [ReferenceDataModule], controllers: [InstallationController], providers: [DescribeInstallation] })
export class InstallationModule {}

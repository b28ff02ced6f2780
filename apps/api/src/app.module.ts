import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/index.js';
import { AnalysisModule } from './analysis/index.js';
import { CitySettingsModule } from './city-settings/index.js';
import { DemoModule } from './demo/index.js';
import { ExportsModule } from './exports/index.js';
import { InstallationModule } from './installation/index.js';
import { LegalInformationModule } from './legal-information/index.js';
import { type Configuration, ConfigurationModule } from './platform/config/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { PlatformModule } from './platform/health/index.js';
import { QuestionnairesModule } from './questionnaires/index.js';
import { ReferenceDataModule } from './reference-data/index.js';
import { ResponsesModule } from './responses/index.js';
import { RetentionModule } from './retention/index.js';

/** The whole application on one database. */
@Module({})
export class AppModule {
  static with(configuration: Configuration, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigurationModule.of(configuration),
        DatabaseModule.at(databaseUrl),
        AccountsModule.with({ databaseUrl, publicUrl: configuration.publicUrl, secret: configuration.cookieSecret }),
        PlatformModule,
        ReferenceDataModule,
        CitySettingsModule,
        QuestionnairesModule,
        ResponsesModule,
        AnalysisModule,
        ExportsModule,
        RetentionModule,
        LegalInformationModule,
        InstallationModule,
        DemoModule,
      ],
    };
  }
}

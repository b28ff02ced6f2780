import { type DynamicModule, Global, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SESSION_READER } from '../platform/access/index.js';
import { ClockModule } from '../platform/clock/index.js';
import { AccountsController } from './accounts.controller.js';
import { AUTHENTICATION, type Authentication, createAuthentication } from './authentication.js';
import { ManageStaff } from './manage-staff.js';
import { SignIn } from './sign-in.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SetupLinkEntity, StaffMemberDistrictEntity, StaffMemberEntity } from './staff-member.entity.js';
import { StaffRepository } from './staff.repository.js';

/** Staff accounts, sessions and roles. Global, because the guard of every route asks it who is there. */
@Global()
@Module({})
export class AccountsModule implements OnModuleDestroy {
  constructor(@Inject(AUTHENTICATION) private readonly authentication: Authentication) {}

  static with(settings: { databaseUrl: string; publicUrl: string; secret: string | null }): DynamicModule {
    return {
      module: AccountsModule,
      imports: [TypeOrmModule.forFeature([StaffMemberEntity, StaffMemberDistrictEntity, SetupLinkEntity]), ClockModule],
      controllers: [AccountsController],
      providers: [
        { provide: AUTHENTICATION, useFactory: () => createAuthentication(settings) },
        StaffRepository,
        SignInAttempts,
        SignIn,
        ManageStaff,
        { provide: SESSION_READER, useExisting: SignIn },
      ],
      exports: [SESSION_READER, ManageStaff],
    };
  }

  async onModuleDestroy(): Promise<void> {
    await this.authentication.close();
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Account, StaffMember } from '@stadtteilstimme/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentStaff, Public, Requires, SignedIn, type SignedInStaff } from '../platform/access/index.js';
import { AccountDto, SetupRequestDto, SignInRequestDto, StaffMemberDraftDto, StaffMemberDto } from './account.dto.js';
import { ManageStaff } from './manage-staff.js';
import { SignIn } from './sign-in.js';

@ApiTags('accounts')
@Controller()
export class AccountsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly manageStaff: ManageStaff,
  ) {}

  @Post('session')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: AccountDto })
  async open(@Body() request: SignInRequestDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Account> {
    const { account, cookies } = await this.signIn.signIn(request);
    reply.header('set-cookie', cookies).header('cache-control', 'no-store');
    return account;
  }

  @Delete('session')
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    reply.header('set-cookie', await this.signIn.signOut(request.headers.cookie));
  }

  @Get('account')
  @SignedIn()
  @ApiOkResponse({ type: AccountDto })
  account(@CurrentStaff() { name, email, role, districtIds }: SignedInStaff): Account {
    return { name, email, role, districtIds };
  }

  @Post('setup')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async setUp(@Body() request: SetupRequestDto): Promise<void> {
    await this.manageStaff.setUp(request);
  }

  @Get('staff-members')
  @Requires('manage staff')
  @ApiOkResponse({ type: [StaffMemberDto] })
  list(): Promise<StaffMember[]> {
    return this.manageStaff.list();
  }

  @Post('staff-members')
  @Requires('manage staff')
  @ApiCreatedResponse({ type: StaffMemberDto })
  add(@Body() draft: StaffMemberDraftDto): Promise<StaffMember> {
    return this.manageStaff.add(draft);
  }

  @Put('staff-members/:id')
  @Requires('manage staff')
  @ApiOkResponse({ type: StaffMemberDto })
  change(@Param('id') id: string, @Body() draft: StaffMemberDraftDto): Promise<StaffMember> {
    return this.manageStaff.change(id, draft);
  }

  @Delete('staff-members/:id')
  @Requires('manage staff')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('id') id: string): Promise<void> {
    return this.manageStaff.remove(id);
  }
}

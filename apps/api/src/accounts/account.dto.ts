import { ApiProperty } from '@nestjs/swagger';
import { type Account, type Installation, ROLES, type Role, type SetupRequest, type SignInRequest, type StaffMember, type StaffMemberDraft } from '@stadtteilstimme/domain';
import { ArrayMaxSize, IsArray, IsEmail, IsIn, IsString, Length, MaxLength } from 'class-validator';
import { IsPlainText } from '../platform/validation/index.js';

export class SignInRequestDto implements SignInRequest {
  @ApiProperty() @IsEmail() @MaxLength(254) email: string;
  @ApiProperty() @IsString() @Length(1, 128) password: string;
}

export class SetupRequestDto implements SetupRequest {
  @ApiProperty() @IsString() @Length(1, 100) token: string;
  @ApiProperty() @IsPlainText(1, 120) name: string;
  @ApiProperty() @IsEmail() @MaxLength(254) email: string;
  @ApiProperty({ minLength: 12 }) @IsString() @MaxLength(128) password: string;
}

export class StaffMemberDraftDto implements StaffMemberDraft {
  @ApiProperty() @IsPlainText(1, 120) name: string;
  @ApiProperty() @IsEmail() @MaxLength(254) email: string;
  @ApiProperty({ enum: ROLES }) @IsIn(ROLES) role: Role;
  @ApiProperty({ type: [String] }) @IsArray() @ArrayMaxSize(200) @IsPlainText(1, 60, { each: true }) districtIds: string[];
  @ApiProperty({ description: 'At least twelve characters; empty on a change keeps the old one.' }) @IsString() @MaxLength(128) password: string;
}

export class AccountDto implements Account {
  @ApiProperty() name: string;
  @ApiProperty() email: string;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ type: [String] }) districtIds: string[];
}

export class StaffMemberDto extends AccountDto implements StaffMember {
  @ApiProperty() id: string;
}

export class DemoSignInDto {
  @ApiProperty() email: string;
  @ApiProperty() password: string;
  @ApiProperty({ enum: ROLES }) role: Role;
}

export class InstallationDto implements Installation {
  @ApiProperty() cityName: string;
  @ApiProperty() demo: boolean;
  @ApiProperty() setupNeeded: boolean;
  @ApiProperty({ type: [DemoSignInDto] }) demoSignIns: DemoSignInDto[];
}

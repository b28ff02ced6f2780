export { AccountsModule } from './accounts.module.js';
export { ManageStaff } from './manage-staff.js';
export { InstallationDto } from './account.dto.js';

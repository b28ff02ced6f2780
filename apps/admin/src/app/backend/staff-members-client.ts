import { Injectable, inject } from '@angular/core';
import type { StaffMember, StaffMemberDraft } from '@stadtteilstimme/domain';

import { Api } from './api';

@Injectable({ providedIn: 'root' })
export class StaffMembersClient {
  private readonly api = inject(Api);

  readonly list = (): Promise<readonly StaffMember[]> => this.api.get('/staff-members');
  readonly create = (draft: StaffMemberDraft): Promise<StaffMember> => this.api.post('/staff-members', draft);
  readonly update = (id: string, draft: StaffMemberDraft): Promise<StaffMember> => this.api.put(`/staff-members/${encodeURIComponent(id)}`, draft);
  readonly remove = (id: string): Promise<void> => this.api.delete(`/staff-members/${encodeURIComponent(id)}`);
}

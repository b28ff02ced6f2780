import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { StaffMember } from '@stadtteilstimme/domain';
import { Icon } from '@stadtteilstimme/ui';

import { StaffMembersClient } from '../backend/staff-members-client';
import { TaxonomyClient } from '../backend/taxonomy-client';
import { formatList } from '../language/number-format';
import { Texts } from '../language/texts';
import { confirmed } from '../shell/confirm-dialog';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';

@Component({
  selector: 'app-staff-page',
  imports: [Icon, Loading, PageHeading, Refused, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './staff-page.html',
})
export class StaffPage {
  private readonly client = inject(StaffMembersClient);
  private readonly taxonomyClient = inject(TaxonomyClient);
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);

  protected readonly t = this.texts.t;
  protected readonly members = resource({ loader: () => this.client.list() });
  private readonly taxonomy = resource({ loader: () => this.taxonomyClient.newest() });
  private readonly districtNames = computed(() => {
    const version = this.taxonomy.hasValue() ? this.taxonomy.value() : null;
    return new Map((version?.taxonomy.districts ?? []).map(({ id, name }) => [id, name]));
  });
  protected readonly error = signal<unknown>(null);
  protected readonly message = signal('');

  protected scope(member: StaffMember): string {
    if (member.role !== 'district-team') return this.t('shell.wholeCity');
    if (member.districtIds.length === 0) return this.t('accounts.staff.noDistricts');
    return formatList(member.districtIds.map((id) => this.districtNames().get(id) ?? id), this.texts.language());
  }

  protected async remove(member: StaffMember): Promise<void> {
    const yes = await confirmed(this.dialog, {
      heading: this.t('accounts.staff.removeHeading', { name: member.name }),
      text: this.t('accounts.staff.removeText'),
      yes: this.t('accounts.staff.remove'),
      no: this.t('shell.cancel'),
    });
    if (!yes) return;
    this.error.set(null);
    try {
      await this.client.remove(member.id);
      this.message.set(this.t('accounts.staff.removed', { name: member.name }));
      this.members.reload();
    } catch (error) {
      this.error.set(error);
    }
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { FormField, email, form, minLength, required, submit } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { ROLES, type Role, type StaffMember } from '@stadtteilstimme/domain';

import { Refusal } from '../backend/problem';
import { StaffMembersClient } from '../backend/staff-members-client';
import { TaxonomyClient } from '../backend/taxonomy-client';
import { Texts } from '../language/texts';
import { FieldErrors } from '../shell/field-errors';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';

interface StaffForm {
  name: string;
  email: string;
  role: Role;
  districtIds: string[];
  password: string;
}

const EMPTY: StaffForm = { name: '', email: '', role: 'district-team', districtIds: [], password: '' };

/** New or existing colleague. An empty password keeps the old one. */
@Component({
  selector: 'app-staff-member-page',
  imports: [FieldErrors, FormField, Loading, PageHeading, Refused],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './staff-member-page.html',
})
export class StaffMemberPage {
  /** Path parameter; missing for a new colleague. */
  readonly id = input<string>();

  private readonly client = inject(StaffMembersClient);
  private readonly taxonomyClient = inject(TaxonomyClient);
  private readonly router = inject(Router);

  protected readonly t = inject(Texts).t;
  protected readonly roles = ROLES;
  protected readonly error = signal<unknown>(null);
  protected readonly taxonomy = resource({ loader: () => this.taxonomyClient.newest() });
  protected readonly member = resource({
    params: () => this.id(),
    loader: ({ params }) => this.find(params),
  });
  protected readonly districts = computed(() => (this.taxonomy.hasValue() ? this.taxonomy.value().taxonomy.districts : []));
  protected readonly crumbs = computed(() => [{ text: this.t('accounts.staff.heading'), link: '/konten' }]);
  protected readonly heading = computed(() => (this.id() ? (this.member.hasValue() ? this.member.value().name : '…') : this.t('accounts.staff.add')));
  protected readonly model = linkedSignal<StaffForm>(() => (this.member.hasValue() ? formOf(this.member.value()) : EMPTY));
  protected readonly fields = form(this.model, (path) => {
    required(path.name);
    required(path.email);
    email(path.email);
    required(path.password, { when: () => this.id() === undefined });
    minLength(path.password, 12, { when: ({ value }) => value() !== '' });
  });

  protected toggleDistrict(id: string, chosen: boolean): void {
    this.model.update((model) => ({ ...model, districtIds: chosen ? [...model.districtIds, id] : model.districtIds.filter((other) => other !== id) }));
  }

  protected async save(): Promise<void> {
    this.error.set(null);
    const tried = await submit(this.fields, async () => {
      try {
        await this.store();
        await this.router.navigate(['/konten']);
      } catch (error) {
        this.error.set(error);
      }
      return undefined;
    });
    if (!tried) this.fields().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private store(): Promise<StaffMember> {
    const { districtIds, ...rest } = this.model();
    const draft = { ...rest, districtIds: rest.role === 'district-team' ? districtIds : [] };
    const id = this.id();
    return id === undefined ? this.client.create(draft) : this.client.update(id, draft);
  }

  private async find(id: string): Promise<StaffMember> {
    const member = (await this.client.list()).find((candidate) => candidate.id === id);
    if (!member) throw new Refusal('not-found');
    return member;
  }
}

function formOf(member: StaffMember): StaffForm {
  return { name: member.name, email: member.email, role: member.role, districtIds: [...member.districtIds], password: '' };
}

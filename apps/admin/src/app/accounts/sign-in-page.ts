import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, email, form, required, submit } from '@angular/forms/signals';
import { Router } from '@angular/router';

import { Texts } from '../language/texts';
import { FieldErrors } from '../shell/field-errors';
import { HeaderBand } from '../shell/header-band';
import { InstallationInfo } from '../shell/installation-info';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';
import { returnAddress } from './return-address';
import { Session } from './session';

@Component({
  selector: 'app-sign-in-page',
  imports: [FieldErrors, FormField, HeaderBand, PageHeading, Refused],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  /** Query parameter: where the person was going. */
  readonly weiter = input<string>();

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly info = inject(InstallationInfo);

  protected readonly t = inject(Texts).t;
  protected readonly city = computed(() => this.info.installation()?.cityName ?? '');
  protected readonly setupNeeded = computed(() => this.info.installation()?.setupNeeded ?? false);
  protected readonly demoSignIns = computed(() => (this.info.installation()?.demo ? this.info.installation()?.demoSignIns : null) ?? []);
  protected readonly error = signal<unknown>(null);
  private readonly model = signal({ email: '', password: '' });
  protected readonly fields = form(this.model, (path) => {
    required(path.email);
    email(path.email);
    required(path.password);
  });

  protected async signIn(): Promise<void> {
    this.error.set(null);
    const tried = await submit(this.fields, async () => {
      try {
        await this.session.signIn(this.model());
        await this.router.navigateByUrl(returnAddress(this.weiter()));
      } catch (error) {
        this.error.set(error);
      }
      return undefined;
    });
    if (!tried) this.fields().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  protected fillIn(email: string, password: string): void {
    this.model.set({ email, password });
    void this.signIn();
  }
}

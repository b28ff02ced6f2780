import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormField, email, form, minLength, required, submit } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Notice } from '@stadtteilstimme/ui';

import { SessionClient } from '../backend/session-client';
import { Texts } from '../language/texts';
import { FieldErrors } from '../shell/field-errors';
import { HeaderBand } from '../shell/header-band';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';

/** The one-time link of a new installation leads here: it makes the first administrator. */
@Component({
  selector: 'app-setup-page',
  imports: [FieldErrors, FormField, HeaderBand, Notice, PageHeading, Refused, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './setup-page.html',
  styleUrl: './sign-in-page.css',
})
export class SetupPage {
  /** Query parameter: the secret of the link. */
  readonly token = input<string>();

  private readonly client = inject(SessionClient);
  protected readonly t = inject(Texts).t;
  protected readonly error = signal<unknown>(null);
  protected readonly done = signal(false);
  private readonly model = signal({ name: '', email: '', password: '' });
  protected readonly fields = form(this.model, (path) => {
    required(path.name);
    required(path.email);
    email(path.email);
    required(path.password);
    minLength(path.password, 12);
  });

  protected async setUp(): Promise<void> {
    this.error.set(null);
    const tried = await submit(this.fields, async () => {
      try {
        await this.client.setUp({ token: this.token() ?? '', ...this.model() });
        this.done.set(true);
      } catch (error) {
        this.error.set(error);
      }
      return undefined;
    });
    if (!tried) this.fields().errorSummary()[0]?.fieldTree().focusBoundControl();
  }
}

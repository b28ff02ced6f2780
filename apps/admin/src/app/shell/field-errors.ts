import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';

import { Texts } from '../language/texts';
import type { TextKey } from '../language/text-key';

const ERROR_TEXTS: Readonly<Record<string, TextKey>> = {
  required: 'fields.required',
  email: 'fields.email',
  minLength: 'fields.minLength',
  maxLength: 'fields.maxLength',
  pattern: 'fields.pattern',
};

/** The sentence at a field: what is missing, once the person has been there. */
@Component({
  selector: 'app-field-errors',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (text(); as text) { <p class="wrong">{{ text }}</p> }`,
  styles: `.wrong { color: var(--st-danger); font-weight: 700; font-size: var(--st-text-s); }`,
})
export class FieldErrors<Value> {
  readonly field = input.required<FieldTree<Value>>();

  private readonly t = inject(Texts).t;
  protected readonly text = computed(() => {
    const state = this.field()();
    const kind = state.touched() ? state.errors()[0]?.kind : undefined;
    return kind === undefined ? '' : this.t(ERROR_TEXTS[kind] ?? 'fields.invalid');
  });
}

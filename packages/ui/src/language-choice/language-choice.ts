import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';

import { Icon } from '../icon/icon';

/** A language as it is offered: the name its speakers use, never a flag (a flag is a state, not a language). */
export interface LanguageOption {
  /** BCP 47 tag, for example `ar` or `de-simple`. */
  readonly code: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface LanguageChoiceLabels {
  /** Name of the list, for example "Sprache wählen". */
  readonly choose: string;
}

let instances = 0;

/**
 * Own names of the languages, each marked with its `lang` and `dir`.
 * `list` stands in the page (first screen). `menu` is a button with the current language in the header band that opens the same
 * list: a disclosure instead of a dialog, because `<dialog>` is missing on old telephones. Escape, a choice and a press outside
 * close it; the button gets the focus back.
 */
@Component({
  selector: 'st-language-choice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './language-choice.html',
  styleUrl: './language-choice.css',
  host: {
    '[class.is-menu]': 'variant() === "menu"',
    '(keydown.escape)': 'close(true)',
    '(document:click)': 'closeWhenOutside($event)',
    '(focusout)': 'closeWhenLeft($event)',
  },
})
export class LanguageChoice {
  readonly languages = input.required<readonly LanguageOption[]>();
  /** Code of the language shown now. */
  readonly current = input.required<string>();
  readonly labels = input.required<LanguageChoiceLabels>();
  readonly variant = input<'list' | 'menu'>('list');
  /** Code of the language a person chose; also fires for the current one. */
  readonly languageChosen = output<string>();

  protected readonly listId = `st-language-list-${(instances += 1)}`;
  protected readonly open = signal(false);
  protected readonly listShown = computed(() => this.variant() === 'list' || this.open());
  protected readonly currentOption = computed(() => this.languages().find(({ code }) => code === this.current()) ?? null);

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly button = viewChild<ElementRef<HTMLButtonElement>>('button');

  protected choose(code: string): void {
    this.close(true);
    this.languageChosen.emit(code);
  }

  protected close(returnFocus: boolean): void {
    if (!this.open()) return;
    this.open.set(false);
    if (returnFocus) this.button()?.nativeElement.focus();
  }

  protected closeWhenOutside(event: Event): void {
    if (this.open() && event.target instanceof Node && !this.host.nativeElement.contains(event.target)) this.close(false);
  }

  protected closeWhenLeft(event: FocusEvent): void {
    const next = event.relatedTarget;
    if (next instanceof Node && !this.host.nativeElement.contains(next)) this.close(false);
  }
}

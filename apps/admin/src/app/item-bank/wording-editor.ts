import { ChangeDetectionStrategy, Component, type ElementRef, afterNextRender, computed, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import type { Language, Wording, WordingState } from '@stadtteilstimme/domain';
import { Icon, StatusChip } from '@stadtteilstimme/ui';

import { browserLanguageTag } from '../language/localized-text';
import { Texts } from '../language/texts';
import { emptyWording, isSameWording, statesFor, withHelp, withNewText } from './wording-edits';
import { WORDING_SIGNS } from './wording-signs';

/** One language of one item: text, help, state. */
@Component({
  selector: 'app-wording-editor',
  imports: [Icon, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './wording-editor.html',
})
export class WordingEditor {
  readonly language = input.required<Language>();
  /** null = there is no wording in this language yet. */
  readonly wording = input.required<Wording | null>();
  readonly mayChange = input.required<boolean>();
  /** Takes the focus: a problem list leads here. */
  readonly highlight = input(false);
  readonly saved = output<Wording>();

  private readonly box = viewChild<ElementRef<HTMLTextAreaElement>>('text');
  protected readonly t = inject(Texts).t;
  protected readonly signs = WORDING_SIGNS;
  protected readonly tag = computed(() => browserLanguageTag(this.language().code));
  protected readonly name = computed(() => this.language().ownNameUnreviewed ?? this.language().ownName);
  /** Saving another language brings the same wording once more: what is half written here must stay. */
  private readonly held = computed(() => this.wording() ?? emptyWording(this.language().code), { equal: isSameWording });
  protected readonly edited = linkedSignal<Wording>(() => this.held());
  protected readonly states = computed(() => {
    const usual = statesFor(this.language().code);
    const current = this.edited().state;
    return usual.includes(current) ? usual : [current, ...usual];
  });
  protected readonly changed = computed(() => !isSameWording(this.edited(), this.held()));

  constructor() {
    afterNextRender(() => {
      if (this.highlight()) this.box()?.nativeElement.focus();
    });
  }

  protected writeText(text: string): void {
    this.edited.update((wording) => withNewText(wording, text, this.language().code));
  }

  protected writeHelp(help: string): void {
    this.edited.update((wording) => withHelp(wording, help));
  }

  protected chooseState(value: string): void {
    const state = this.states().find((candidate): candidate is WordingState => candidate === value);
    if (state) this.edited.update((wording) => ({ ...wording, state }));
  }
}

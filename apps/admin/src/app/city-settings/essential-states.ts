import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type CitySettings, essentialState, type Language, type LanguageCode, type WordingState } from '@stadtteilstimme/domain';
import { StatusChip } from '@stadtteilstimme/ui';

import { statesFor } from '../item-bank/wording-edits';
import { WORDING_SIGNS } from '../item-bank/wording-signs';
import { browserLanguageTag } from '../language/localized-text';
import { Texts } from '../language/texts';
import { withEssentialState } from './city-settings-edits';

/** How far the privacy essentials have come in each language, with the same signs as the wordings of items. */
@Component({
  selector: 'app-essential-states',
  imports: [StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel" aria-labelledby="essentials-heading">
      <h2 id="essentials-heading">{{ t('citySettings.essentials.heading') }}</h2>
      <p class="quiet">{{ t('citySettings.essentials.hint') }}</p>
      <ul class="languages">
        @for (row of rows(); track row.code) {
          <li class="row">
            <span class="name"><bdi [attr.lang]="tag(row.code)" [dir]="row.direction">{{ row.name }}</bdi></span>
            <st-status-chip [kind]="signs[row.state].kind" [icon]="signs[row.state].icon" [text]="t(stateText(row.state))" />
            <div class="field">
              <label class="hidden-visually" [for]="'essentials-' + row.code">{{ t('citySettings.essentials.state', { language: row.name }) }}</label>
              <select #state [id]="'essentials-' + row.code" (change)="choose(row.code, state.value)">
                @for (entry of row.states; track entry) { <option [value]="entry" [selected]="entry === row.state">{{ t(stateText(entry)) }}</option> }
              </select>
            </div>
            <a target="_blank" rel="noopener" [href]="'/datenschutz?sprache=' + row.code">{{ t('citySettings.essentials.read') }}<span class="hidden-visually"> {{ row.name }} {{ t('shell.newTab') }}</span></a>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    .languages { display: grid; gap: var(--st-3); margin-block-start: var(--st-3); }
    .languages .row { padding-block-end: var(--st-3); border-block-end: 1px solid var(--st-hairline); }
    .name { flex: 1 1 100%; font-weight: 700; }
    @media (min-width: 48rem) { .name { flex: 0 0 11rem; } }
  `,
})
export class EssentialStates {
  readonly settings = input.required<CitySettings>();
  readonly languages = input.required<readonly Language[]>();
  readonly changed = output<CitySettings>();

  protected readonly t = inject(Texts).t;
  protected readonly signs = WORDING_SIGNS;
  protected readonly tag = browserLanguageTag;
  protected readonly rows = computed(() =>
    this.languages().map(({ code, direction, ownName, ownNameUnreviewed }) => {
      const state = essentialState(this.settings().essentialStates, code);
      const usual = statesFor(code);
      return { code, direction, name: ownNameUnreviewed ?? ownName, state, states: usual.includes(state) ? usual : [state, ...usual] };
    }),
  );

  protected stateText(state: WordingState): `items.state.${WordingState}` {
    return `items.state.${state}`;
  }

  protected choose(language: LanguageCode, value: string): void {
    const state = this.rows().find(({ code }) => code === language)?.states.find((candidate) => candidate === value);
    if (state) this.changed.emit(withEssentialState(this.settings(), language, state));
  }
}

import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';

import { formatList } from '../language/number-format';
import { Texts } from '../language/texts';
import type { Gap, PlaceLink, ReadinessLine } from './readiness-list';

/** What is missing or refused, place by place, each leading to where it is mended. */
@Component({
  selector: 'app-problem-lines',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (line of lines(); track $index) {
        <li>
          @switch (line.link?.kind) {
            @case ('field') { <button type="button" (click)="show.emit(line.link)">{{ t(line.place.text, line.place.values) }}</button> }
            @case ('item') { <a [routerLink]="['/fragenkatalog', line.link.itemId]" [queryParams]="{ sprache: line.link.language }">{{ t(line.place.text, line.place.values) }}</a> }
            @default { <strong>{{ t(line.place.text, line.place.values) }}</strong> }
          }
          <span class="gaps">@for (gap of line.gaps; track $index) { {{ words(gap) }}{{ $last ? '' : ';' }} }</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: grid; gap: 0.3rem; margin: 0; max-block-size: 18rem; overflow-y: auto; }
    button { padding: 0; border: 0; background: none; color: inherit; font-weight: 700; text-align: start; text-decoration: underline; cursor: pointer; min-block-size: 1.5rem; }
    a { font-weight: 700; color: inherit; }
    .gaps { display: block; }
  `,
})
export class ProblemLines {
  readonly lines = input.required<readonly ReadinessLine[]>();
  readonly show = output<PlaceLink>();

  private readonly texts = inject(Texts);
  protected readonly t = this.texts.t;

  protected words({ parts, count, languages, sentence, problem }: Gap): string {
    const language = this.texts.language();
    const about = formatList(parts.map(({ text, values }) => this.t(text, values)), language);
    if (sentence !== null) return about === '' ? sentence : `${about}: ${sentence}`;
    if (languages.length === 0) return about === '' ? this.t(problem) : `${about}: ${this.t(problem)}`;
    return `${about} ${this.t('questionnaires.readiness.missingIn', { count, languages: formatList(languages, language) })}`.trim();
  }
}

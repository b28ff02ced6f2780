import { ChangeDetectionStrategy, Component, Input, type OnDestroy, type OnInit } from '@angular/core';
import { AngularComponentFactory, BaseAngular } from 'survey-angular-ui';
import type { ChoiceItem, QuestionCheckboxModel, QuestionRadiogroupModel, SurveyModel, ValueChangedEvent } from 'survey-core';

import { ANSWER_ITEM } from './survey-model';

/**
 * One answer as a brick that is pressed as a whole. Judgements of an ordered scale end with steps that show how much without words;
 * "don't know" and "prefer not to say" stand apart.
 *
 * Follows survey-angular-ui's own item (decorator inputs, an embedded view in place of the host), because the library sets the inputs
 * by name and drives change detection itself.
 */
@Component({
  selector: 'app-answer-item',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './answer-item.html',
  styles: ':host { display: none; }',
})
export class AnswerItem extends BaseAngular<ChoiceItem> implements OnInit, OnDestroy {
  @Input() question!: QuestionCheckboxModel | QuestionRadiogroupModel;
  @Input() model!: ChoiceItem;
  @Input() inputType: 'radio' | 'checkbox' = 'radio';

  #survey: SurveyModel | null = null;

  override ngOnInit(): void {
    super.ngOnInit();
    this.#survey = this.question.survey as SurveyModel;
    this.#survey.onValueChanged.add(this.#whenAnswered);
    this.#survey.onLocaleChangedEvent.add(this.#whenLanguageChanged);
  }

  override ngOnDestroy(): void {
    this.#survey?.onValueChanged.remove(this.#whenAnswered);
    this.#survey?.onLocaleChangedEvent.remove(this.#whenLanguageChanged);
    super.ngOnDestroy();
  }

  protected override getModel(): ChoiceItem {
    return this.model;
  }

  /** Another answer of the same question may have taken this one away ("none of these"). */
  readonly #whenAnswered = (_: SurveyModel, event: ValueChangedEvent): void => {
    if (event.name === this.question.name) this.update();
  };

  /** The library renews the question when the language changes, but not an item of our own. */
  readonly #whenLanguageChanged = (): void => this.update();

  protected get id(): string {
    return this.question.getItemId(this.model);
  }

  protected get isChosen(): boolean {
    return this.question.isItemSelected(this.model);
  }

  /** "None of these" stays open when the limit is reached: it replaces the others instead of adding to them. */
  protected get isEnabled(): boolean {
    return this.question.getItemEnabled(this.model) || this.model.getPropertyValue('isExclusive') === true;
  }

  protected get isOut(): boolean {
    return isMissing(this.model);
  }

  /** A single way out takes the whole row, as does the last of three. */
  protected get isOutAlone(): boolean {
    const out = this.question.visibleChoices.filter(isMissing);
    return out.length % 2 === 1 && out.at(-1) === this.model;
  }

  /** Bars of the steps, lowest first; empty where the answers are no ordered scale of five. */
  protected get steps(): readonly { readonly x: number; readonly height: number; readonly on: boolean }[] {
    const points = this.question.visibleChoices.filter((choice: ChoiceItem) => !isMissing(choice));
    const place = points.indexOf(this.model);
    const isScale = this.question.getPropertyValue('scaleId') !== undefined && points.length === 5;
    if (!isScale || place < 0) return [];
    return points.map((_: ChoiceItem, index: number) => ({ x: 1 + 9 * index, height: 5 + 5 * index, on: index <= place }));
  }

  protected choose(event: Event): void {
    const checked = event.target instanceof HTMLInputElement && event.target.checked;
    if ('clickItemHandler' in this.question) this.question.clickItemHandler(this.model, checked);
  }
}

function isMissing(choice: ChoiceItem): boolean {
  return choice.getPropertyValue('missing') === true;
}

AngularComponentFactory.Instance.registerComponent(ANSWER_ITEM, AnswerItem);

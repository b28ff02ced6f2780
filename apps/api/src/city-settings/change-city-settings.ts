import { Injectable } from '@nestjs/common';
import { CITY_FIELDS, type CityField, type CitySettings, type CitySettingsVersion, type LocalizedText, type ProblemDetail } from '@stadtteilstimme/domain';
import { Clock, localDay } from '../platform/clock/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { CitySettingsRepository } from './city-settings.repository.js';
import { CurrentCitySettings } from './current-city-settings.js';

export interface CitySettingsChange {
  /** The version the change was made from; 0 = there was none. */
  readonly baseVersion: number;
  readonly settings: CitySettings;
}

/** Saves the settings as the next version. Published questionnaires keep what they were published with. */
@Injectable()
export class ChangeCitySettings {
  constructor(
    private readonly repository: CitySettingsRepository,
    private readonly current: CurrentCitySettings,
    private readonly clock: Clock,
  ) {}

  /**
   * A field may stay empty: the city says what it knows already. A translation without its German may not.
   * @throws ProblemException `wording-missing` or `edit-conflict`; nothing is saved then
   */
  async run({ baseVersion, settings }: CitySettingsChange): Promise<CitySettingsVersion> {
    const texts = trimmed(settings.texts);
    const problems = withoutGerman(texts);
    if (problems.length > 0) throw new ProblemException('wording-missing', problems);
    if ((await this.current.newest()).version !== baseVersion) throw new ProblemException('edit-conflict');
    const next = {
      version: baseVersion + 1,
      createdOn: localDay(this.clock.now()),
      settings: { ...settings, texts, helpPhone: settings.helpPhone.trim() },
    };
    if (!(await this.repository.insert(next))) throw new ProblemException('edit-conflict');
    this.current.announceChange();
    return next;
  }
}

function trimmed(texts: CitySettings['texts']): CitySettings['texts'] {
  const kept = (text: LocalizedText): LocalizedText =>
    Object.fromEntries(Object.entries(text).map(([language, words]) => [language, words.trim()] as const).filter(([, words]) => words !== ''));
  return Object.fromEntries(CITY_FIELDS.map((field) => [field, kept(texts[field])])) as Record<CityField, LocalizedText>;
}

function withoutGerman(texts: CitySettings['texts']): readonly ProblemDetail[] {
  return CITY_FIELDS.filter((field) => Object.keys(texts[field]).length > 0 && texts[field]['de'] === undefined).map((field) => ({
    code: 'wording-missing',
    place: `texts.${field}`,
    language: 'de',
  }));
}

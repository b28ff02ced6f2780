import { Injectable } from '@nestjs/common';
import { essentialState, isReviewed, type LegalInformation, PRIVACY_ESSENTIALS } from '@stadtteilstimme/domain';
import { CurrentCitySettings } from '../city-settings/index.js';
import { type PublicPage, publicPage } from '../platform/web/index.js';
import { ReadItemBank } from '../questionnaires/index.js';

/** What the legal pages of both apps say about the city, kept as bytes until somebody changes the settings. */
@Injectable()
export class LegalInformationPage {
  private page: Promise<PublicPage> | null = null;

  constructor(
    private readonly city: CurrentCitySettings,
    private readonly itemBank: ReadItemBank,
  ) {
    // A page still being made is forgotten as well: it may have read the settings before the change.
    city.changes.subscribe(() => (this.page = null));
  }

  read(): Promise<PublicPage> {
    const page = this.page ?? this.make();
    this.page = page;
    page.catch(() => {
      if (this.page === page) this.page = null;
    });
    return page;
  }

  private async make(): Promise<PublicPage> {
    const settings = await this.city.settings();
    const { consent, languages } = await this.itemBank.run();
    const { texts, helpPhone, accessibilityStatementOn, freeTextMonths } = settings;
    const information: LegalInformation = {
      settings: { texts, helpPhone, accessibilityStatementOn, freeTextMonths },
      essentials: PRIVACY_ESSENTIALS.flatMap((id) => consent.filter((block) => block.id === id).map((block) => ({ id, texts: block.texts }))),
      reviewedLanguages: languages.map(({ code }) => code).filter((code) => isReviewed(essentialState(settings.essentialStates, code))),
    };
    return publicPage(information);
  }
}

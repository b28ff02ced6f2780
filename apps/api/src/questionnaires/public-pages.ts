import { Injectable } from '@nestjs/common';
import type { OpenQuestionnaire, PublishedQuestionnaire } from '@stadtteilstimme/domain';
import { type PublicPage, publicPage } from '../platform/web/index.js';
import type { PublishedVersion } from './published-version.js';
import { PublishedVersions } from './published-versions.js';
import { QuestionnaireRepository } from './questionnaire.repository.js';

const SLUG = /^[a-z0-9-]{3,60}$/;
/** Key of the list; no address is empty. */
const LIST = '';

/** What anyone may read, kept as bytes until something is published, closed or reopened. */
@Injectable()
export class PublicPages {
  private readonly pages = new Map<string, Promise<PublicPage | null>>();

  constructor(
    private readonly published: PublishedVersions,
    private readonly repository: QuestionnaireRepository,
  ) {
    // A page still being made is forgotten as well: it may have read the state before the change.
    published.changes.subscribe(() => this.pages.clear());
  }

  /** Null for an address that was never published. */
  async questionnaire(slug: string): Promise<PublicPage | null> {
    if (!SLUG.test(slug)) return null;
    return this.kept(slug, async () => pageOfVersion(await this.published.newestBySlug(slug)));
  }

  /** A version of this address that may be older: somebody has begun to answer it. Null where there is none. */
  async version(slug: string, versionId: string): Promise<PublicPage | null> {
    if (!SLUG.test(slug)) return null;
    return this.kept(`${slug} ${versionId}`, async () => {
      const version = await this.published.find(versionId);
      return version?.slug === slug ? pageOfVersion(version) : null;
    });
  }

  async openQuestionnaires(): Promise<PublicPage> {
    const page = await this.kept(LIST, async () => publicPage(await this.open()));
    if (page === null) throw new Error('The list of open questionnaires is always there.');
    return page;
  }

  private async open(): Promise<OpenQuestionnaire[]> {
    const slugs = await this.repository.openSlugs();
    const versions = await Promise.all(slugs.map((slug) => this.published.newestBySlug(slug)));
    return versions
      .filter((version) => version !== null)
      .map(({ slug, synthetic, content }) => ({
        slug,
        title: content.title,
        languages: content.languages.map(({ reviewed: _, ...language }) => language),
        synthetic,
      }));
  }

  private kept(key: string, make: () => Promise<PublicPage | null>): Promise<PublicPage | null> {
    const known = this.pages.get(key);
    if (known !== undefined) return known;
    const page = make();
    this.pages.set(key, page);
    const forget = () => {
      if (this.pages.get(key) === page) this.pages.delete(key);
    };
    void page.then((made) => (made === null ? forget() : undefined), forget);
    return page;
  }
}

async function pageOfVersion(version: PublishedVersion | null): Promise<PublicPage | null> {
  if (version === null) return null;
  const page: PublishedQuestionnaire = { ...version.content, state: version.state, synthetic: version.synthetic };
  return publicPage(page);
}

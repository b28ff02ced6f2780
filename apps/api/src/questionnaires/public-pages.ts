import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { OpenQuestionnaire, PublishedQuestionnaire } from '@stadtteilstimme/domain';
import { PublishedVersions } from './published-versions.js';
import { QuestionnaireRepository } from './questionnaire.repository.js';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A serialised body, the same for everyone, in every encoding a browser may ask for. */
export interface PublicPage {
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
  /** Strong: every encoding has its own. */
  readonly etags: Readonly<Record<Encoding, string>>;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
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
    return this.kept(slug, async () => {
      const version = await this.published.newestBySlug(slug);
      if (version === null) return null;
      const page: PublishedQuestionnaire = { ...version.content, state: version.state, synthetic: version.synthetic };
      return pageOf(page);
    });
  }

  async openQuestionnaires(): Promise<PublicPage> {
    const page = await this.kept(LIST, async () => pageOf(await this.open()));
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

async function pageOf(content: unknown): Promise<PublicPage> {
  const identity = Buffer.from(JSON.stringify(content));
  const [br, zipped] = await Promise.all([
    compressBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    compressGzip(identity),
  ]);
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 27);
  return {
    bodies: { br, gzip: zipped, identity },
    etags: { br: `"${hash}-br"`, gzip: `"${hash}-gz"`, identity: `"${hash}"` },
  };
}

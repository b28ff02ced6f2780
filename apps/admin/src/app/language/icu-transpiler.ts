import { Injectable, type Provider } from '@angular/core';
import { TRANSLOCO_TRANSPILER, type TranslocoTranspiler } from '@jsverse/transloco';
import { IntlMessageFormat } from 'intl-messageformat';

/**
 * ICU MessageFormat for Transloco (plurals, choices, numbers).
 * Transloco's own plug-in compiles messages with `new Function`, which our content security policy forbids; this one interprets them.
 */
@Injectable()
export class IcuTranspiler implements TranslocoTranspiler {
  private readonly formats = new Map<string, IntlMessageFormat>();
  private language = 'de';

  transpile({ value, params }: { value: unknown; params?: Record<string, unknown> }): unknown {
    return typeof value === 'string' ? this.formatOf(value).format(params as Record<string, string | number>) : value;
  }

  onLangChanged(language: string): void {
    this.language = language;
  }

  private formatOf(message: string): IntlMessageFormat {
    const key = `${this.language}\u0000${message}`;
    const known = this.formats.get(key);
    if (known) return known;
    const format = new IntlMessageFormat(message, this.language, undefined, { ignoreTag: true });
    this.formats.set(key, format);
    return format;
  }
}

export function provideIcuMessages(): Provider {
  return { provide: TRANSLOCO_TRANSPILER, useClass: IcuTranspiler };
}

import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

const STORAGE_KEY = 'stadtteilstimme.appearance';

export function readAppearance(stored: string | null): Appearance {
  return APPEARANCES.find((appearance) => appearance === stored) ?? 'system';
}

/** Light, dark, or as the device says; kept on this device only. */
@Injectable({ providedIn: 'root' })
export class AppearanceChoice {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Appearance>(readAppearance(this.document.defaultView?.localStorage.getItem(STORAGE_KEY) ?? null));

  readonly appearance = this.chosen.asReadonly();

  constructor() {
    this.apply();
  }

  choose(appearance: Appearance): void {
    this.chosen.set(appearance);
    this.document.defaultView?.localStorage.setItem(STORAGE_KEY, appearance);
    this.apply();
  }

  private apply(): void {
    const root = this.document.documentElement;
    if (this.chosen() === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', this.chosen());
  }
}

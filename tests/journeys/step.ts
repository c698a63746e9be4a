import type { Page } from 'playwright-core';

/** One thing that must be true; answers what was seen. */
export interface Step {
  name: string;
  /** `look` is shown each screen on the way before it is left. */
  run: (look: Look) => Promise<string>;
  /** Whose screen is pictured afterwards. */
  screen: () => Page;
}

export interface Journey {
  steps: Step[];
  close: () => Promise<void>;
}

/** Somebody who keeps what a screen looks like, or weighs it. */
export type Look = (page: Page) => Promise<void>;

/** Nobody looks. */
export const nobody: Look = () => Promise.resolve();

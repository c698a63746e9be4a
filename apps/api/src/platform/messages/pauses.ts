import type { Outcome, Provider } from './outcome.ts';

const rest = 15_000;

/** Which companies are better not called just now, as this process has found out. */
export class Pauses {
  private readonly until = new Map<Provider, number>();
  private readonly silent = new Map<Provider, number>();
  private readonly patience: number;

  /** So many calls in a row without an answer, and a company is left alone for a while. */
  constructor(patience = 16) {
    this.patience = patience;
  }

  /** Milliseconds; 0 when it may be called. */
  left(provider: Provider, now: Date): number {
    return Math.max(0, (this.until.get(provider) ?? 0) - now.getTime());
  }

  note(provider: Provider, outcome: Outcome, now: Date): void {
    if (outcome.kind === 'later') return this.pause(provider, now, outcome.seconds * 1_000);
    const mute = outcome.kind === 'away' || outcome.kind === 'lost';
    const silent = mute ? (this.silent.get(provider) ?? 0) + 1 : 0;
    this.silent.set(provider, silent);
    if (silent >= this.patience) this.pause(provider, now, rest);
  }

  private pause(provider: Provider, now: Date, milliseconds: number): void {
    this.until.set(provider, Math.max(this.until.get(provider) ?? 0, now.getTime() + milliseconds));
    this.silent.set(provider, 0);
  }
}

/** After so many failures in a row nothing is asked for so many milliseconds; then one question tries again. */
export class Breaker {
  private count = 0;
  private until = 0;

  constructor(private readonly limits: { failures: number; rest: number }) {}

  /** Whether a question may be asked now. */
  open(now: number): boolean {
    if (this.count < this.limits.failures) return true;
    if (now < this.until) return false;
    this.until = now + this.limits.rest; // others wait for how this one ends
    return true;
  }

  failed(now: number): void {
    this.count += 1;
    this.until = now + this.limits.rest;
  }

  succeeded(): void {
    this.count = 0;
  }
}

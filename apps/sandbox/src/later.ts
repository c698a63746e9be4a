import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** Everything that waits in this process, so that it can all be let go when the process is asked to stop. */
export class Later {
  readonly #stop = new AbortController();

  constructor() {
    setMaxListeners(0, this.#stop.signal);
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Waits; false when the sandbox is stopping and the work should be dropped. */
  async wait(milliseconds: number): Promise<boolean> {
    try {
      await pause(milliseconds, undefined, { signal: this.signal, ref: false });
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    this.#stop.abort();
  }
}

/** A request to our own control addresses that we won't carry out; names the field. */
export class Refused extends Error {
  readonly statusCode: number;
  readonly field: string;
  constructor(field: string, message: string, statusCode = 400) {
    super(`${field}: ${message}`);
    this.field = field;
    this.statusCode = statusCode;
  }
}

/** Reads the fields of a control request one by one; `done` refuses those nobody asked for. */
export class Asked {
  readonly #body: Record<string, unknown>;
  readonly #known = new Set<string>();

  constructor(body: unknown) {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw new Refused('body', 'an object is needed');
    this.#body = body as Record<string, unknown>;
  }

  text(name: string, max = 500): string | undefined {
    const value = this.#take(name);
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string' || value.length > max) throw new Refused(name, `a text of at most ${max} letters`);
    return value;
  }

  needed(name: string, max = 500): string {
    const value = this.text(name, max);
    if (value === undefined) throw new Refused(name, 'is needed');
    return value;
  }

  /** A number, also when a form wrote it as text. */
  number(name: string, min: number, max: number): number | undefined {
    const value = this.#take(name);
    if (value === undefined || value === '') return undefined;
    const number = typeof value === 'string' ? Number(value.replace(',', '.')) : value;
    if (typeof number !== 'number' || !(number >= min && number <= max)) {
      throw new Refused(name, `a number from ${min} to ${max}`);
    }
    return number;
  }

  whole(name: string, min: number, max: number): number | undefined {
    const value = this.number(name, min, max);
    if (value !== undefined && !Number.isInteger(value)) throw new Refused(name, 'a whole number');
    return value;
  }

  flag(name: string): boolean {
    const value = this.#take(name) ?? false;
    if (typeof value !== 'boolean') throw new Refused(name, 'true or false');
    return value;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.#take(name);
    if (value === undefined || value === '') return undefined;
    if (!allowed.includes(value as T)) throw new Refused(name, `one of ${allowed.join(', ')}`);
    return value as T;
  }

  someOf<T extends string>(name: string, allowed: readonly T[]): readonly T[] {
    const value = this.#take(name) ?? [];
    if (!Array.isArray(value)) throw new Refused(name, 'a list');
    for (const item of value) if (!allowed.includes(item)) throw new Refused(name, `each one of ${allowed.join(', ')}`);
    return value as T[];
  }

  address(name: string): string | undefined {
    const value = this.text(name, 2_000);
    if (value !== undefined && !(URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) {
      throw new Refused(name, 'an http address');
    }
    return value;
  }

  instant(name: string): Date | undefined {
    const value = this.text(name, 40);
    if (value === undefined) return undefined;
    if (!/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value) || Number.isNaN(Date.parse(value))) {
      throw new Refused(name, 'an instant with its zone, as 2026-11-23T12:00:00Z');
    }
    return new Date(value);
  }

  done(): void {
    const unknown = Object.keys(this.#body).find((name) => !this.#known.has(name));
    if (unknown !== undefined) throw new Refused(unknown, 'is not known here');
  }

  #take(name: string): unknown {
    this.#known.add(name);
    const value = Object.hasOwn(this.#body, name) ? this.#body[name] : undefined;
    return value === null ? undefined : value;
  }
}

/// <reference lib="dom" />
import { type Area, databaseOf } from './area.ts';

interface Meta {
  key: string;
  value: unknown;
}
/** What a store holds by its names; each has a key of its own in what it keeps. */
export interface Shelves {
  meta: Meta;
}
export type Name<S> = keyof S & string;

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the store did not answer')));
  });

/** What the phone keeps for one person. Each write is one transaction, on the disk before it is told. */
export class Store<S extends Shelves> {
  private readonly db: IDBDatabase;
  private constructor(db: IDBDatabase) {
    this.db = db;
    // Another page wipes it: let go.
    db.addEventListener('versionchange', () => db.close());
  }

  /** @param keys by which field a thing of each shelf is found again */
  static async open<S extends Shelves>(
    area: Area,
    person: string,
    keys: Readonly<Record<Name<S>, string>>,
  ): Promise<Store<S>> {
    const request = indexedDB.open(databaseOf(area, person), 1);
    request.addEventListener('upgradeneeded', () => {
      for (const [name, keyPath] of Object.entries<string>(keys)) request.result.createObjectStore(name, { keyPath });
    });
    return new Store<S>(await asked(request));
  }

  all<N extends Name<S>>(name: N): Promise<S[N][]> {
    return asked(this.begin([name]).objectStore(name).getAll() as IDBRequest<S[N][]>);
  }

  get<N extends Name<S>>(name: N, key: IDBValidKey): Promise<S[N] | undefined> {
    return asked(this.begin([name]).objectStore(name).get(key) as IDBRequest<S[N] | undefined>);
  }

  async put<N extends Name<S>>(name: N, ...values: S[N][]): Promise<void> {
    await this.write([name], (stores) => values.forEach((value) => stores[0]?.put(value)));
  }

  async drop(name: Name<S>, ...which: IDBValidKey[]): Promise<void> {
    await this.write([name], (stores) => which.forEach((key) => stores[0]?.delete(key)));
  }

  async meta<T>(key: string): Promise<T | undefined> {
    return (await this.get('meta', key))?.value as T | undefined;
  }

  async note(key: string, value: unknown): Promise<void> {
    await this.write(['meta'], (stores) => stores[0]?.put({ key, value }));
  }

  /** Changes a thing as it is at that moment, in one go: two pages that are open never undo one another. */
  change<N extends Name<S>>(name: N, key: IDBValidKey, work: (now: S[N]) => S[N] | undefined): Promise<void> {
    return this.write([name], ([shelf]) => {
      const request = shelf?.get(key) as IDBRequest<S[N] | undefined> | undefined;
      request?.addEventListener('success', () => {
        const next = request.result && work(request.result);
        if (next) shelf?.put(next);
      });
    });
  }

  /** Several shelves at once: all of it or nothing. */
  write(names: Name<S>[], work: (stores: IDBObjectStore[]) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const tx = this.begin(names, 'readwrite');
      tx.addEventListener('complete', () => resolve());
      tx.addEventListener('abort', () => reject(tx.error ?? new Error('nothing was written')));
      work(names.map((name) => tx.objectStore(name)));
    });
  }

  private begin(names: Name<S>[], mode: IDBTransactionMode = 'readonly'): IDBTransaction {
    // oxlint-disable-next-line eslint/no-restricted-properties -- the browser's own, not the database's
    return this.db.transaction(names, mode, { durability: 'strict' });
  }
}

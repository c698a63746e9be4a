/// <reference lib="dom" />
import type { FieldHousehold } from '@chophien/contracts';
import type { Kit } from '../household-form.tsx';
import type { Queued } from './queue.ts';

/** A slip's photograph, sealed. */
export interface SealedSlip {
  id: string;
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

interface Stores {
  households: FieldHousehold;
  queue: Queued;
  slips: SealedSlip;
  meta: { key: string; value: unknown };
}
type Name = keyof Stores;

const keys: Record<Name, string> = { households: 'id', queue: 'seq', slips: 'id', meta: 'key' };

/** Whose data this phone keeps: a helper's id. `nhap-ho.khoa`: somebody else may have signed in since. */
export const MARK = 'nhap-ho';
export const LOCK = 'nhap-ho.khoa';
/** How many entries are unsent, for pages that do not open the store. */
export const LEFT = 'nhap-ho.con';
export const databaseOf = (helper: string): string => `nhap-ho-${helper}`;

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the store did not answer')));
  });

/** What the phone keeps for one helper. Each write is one transaction, on the disk before it is told. */
export class Store {
  private readonly db: IDBDatabase;
  private constructor(db: IDBDatabase) {
    this.db = db;
    // Another page wipes it: let go.
    db.addEventListener('versionchange', () => db.close());
  }

  static async open(helper: string): Promise<Store> {
    const request = indexedDB.open(databaseOf(helper), 1);
    request.addEventListener('upgradeneeded', () => {
      for (const [name, keyPath] of Object.entries(keys)) request.result.createObjectStore(name, { keyPath });
    });
    return new Store(await asked(request));
  }

  all<N extends Name>(name: N): Promise<Stores[N][]> {
    return asked(this.begin([name]).objectStore(name).getAll() as IDBRequest<Stores[N][]>);
  }

  get<N extends Name>(name: N, key: IDBValidKey): Promise<Stores[N] | undefined> {
    return asked(this.begin([name]).objectStore(name).get(key) as IDBRequest<Stores[N] | undefined>);
  }

  async put<N extends Name>(name: N, ...values: Stores[N][]): Promise<void> {
    await this.write([name], (stores) => values.forEach((value) => stores[0]?.put(value)));
  }

  async drop(name: Name, ...which: IDBValidKey[]): Promise<void> {
    await this.write([name], (stores) => which.forEach((key) => stores[0]?.delete(key)));
  }

  /** An entry and its slip: both or neither. The entry gets the next place in the queue. */
  async enqueue(entry: Omit<Queued, 'seq'>, slip?: SealedSlip): Promise<Queued> {
    const last = (await this.all('queue')).reduce((seq, one) => Math.max(seq, one.seq), 0);
    const queued = { ...entry, seq: Math.max(last + 1, Date.now()) };
    await this.write(['queue', 'slips'], ([queue, slips]) => {
      queue?.add(queued);
      if (slip) slips?.put(slip);
    });
    return queued;
  }

  async meta<T>(key: string): Promise<T | undefined> {
    return (await this.get('meta', key))?.value as T | undefined;
  }

  kit(): Promise<Kit | undefined> {
    return this.meta<Kit>('kit');
  }

  private begin(names: Name[], mode: IDBTransactionMode = 'readonly'): IDBTransaction {
    // oxlint-disable-next-line eslint/no-restricted-properties -- the browser's own, not the database's
    return this.db.transaction(names, mode, { durability: 'strict' });
  }

  private write(names: Name[], work: (stores: IDBObjectStore[]) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const tx = this.begin(names, 'readwrite');
      tx.addEventListener('complete', () => resolve());
      tx.addEventListener('abort', () => reject(tx.error ?? new Error('nothing was written')));
      work(names.map((name) => tx.objectStore(name)));
    });
  }
}

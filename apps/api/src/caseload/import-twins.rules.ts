import { fold } from '@chophien/kernel';

/** A row as it may be the same as another. */
export interface Compared {
  line: number;
  name: string | null;
  head: string | null;
  hamletKey: string | null;
  phones: readonly string[];
  citizen: string | null;
}

export interface TwinRow {
  line: number;
  why: 'phone' | 'citizen' | 'name';
}

/** Finds, row by row, the earlier one that may be the same household: by citizen number, phone, or name and hamlet. */
export class RowTwins {
  private readonly by = new Map<string, number>();

  /** The earlier rows this one may be the same as; the row itself is remembered. */
  meet(row: Compared): TwinRow[] {
    const found = new Map<number, TwinRow['why']>();
    for (const [why, key] of keysOf(row)) {
      const earlier = this.by.get(key);
      if (earlier === undefined) this.by.set(key, row.line);
      else if (earlier !== row.line && !found.has(earlier)) found.set(earlier, why);
    }
    return [...found].map(([line, why]) => ({ line, why }));
  }
}

const keysOf = ({ name, head, hamletKey, phones, citizen }: Compared): [TwinRow['why'], string][] => [
  ...(citizen ? [['citizen', `c ${citizen}`] as [TwinRow['why'], string]] : []),
  ...phones.map((phone): [TwinRow['why'], string] => ['phone', `p ${phone}`]),
  ...(name || head ? [['name', `n ${fold(head ?? name ?? '')} ${hamletKey ?? ''}`] as [TwinRow['why'], string]] : []),
];

interface Household {
  why: 'phone' | 'citizen' | 'name';
  name: string;
  head: string | null;
}

/** Whether a household is certainly the row's: a number and the name are the same. Anything less a person decides. */
export const isCertain = (row: Pick<Compared, 'name' | 'head'>, twin: Household): boolean => {
  if (twin.why === 'name') return false;
  const ours = [row.name, row.head].filter((one) => one !== null).map(bare);
  return [twin.name, twin.head].some((one) => one !== null && ours.includes(bare(one)));
};

const bare = (name: string): string => fold(name).replace(/^(ho|ho gia dinh|ong|ba) (?=\S)/, '');

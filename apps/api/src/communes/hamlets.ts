import type { HamletView } from '@chophien/contracts';
import { nfc } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { formerKey, hamletKey, hamletSlug } from './hamlet.rules.ts';

/** A hamlet as somebody wrote it. */
export interface WrittenHamlet {
  name: string;
  former?: string | null | undefined;
}

export interface KnownHamlet extends HamletView {
  folded: string;
  formerFolded: string;
}

const columns = 'slug, name, former, folded, former_folded as "formerFolded"';

/** The hamlets of communes: written down as they are met, found again however they are written. */
@Injectable()
export class Hamlets {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(commune: string, db: DataSource | Tx = this.db): Promise<KnownHamlet[]> {
    const found = await rows<KnownHamlet>(
      db,
      `select ${columns} from communes.hamlet where commune = $1 and merged_into is null`,
      [commune],
    );
    return found.toSorted((a, b) => byName.compare(a.name, b.name) || byName.compare(a.former ?? '', b.former ?? ''));
  }

  /** One by its slug; a name that was merged leads to the hamlet it is. */
  async get(db: DataSource | Tx, commune: string, slug: string): Promise<KnownHamlet | undefined> {
    const [found] = await rows<KnownHamlet & { mergedInto: string | null }>(
      db,
      `select ${columns}, merged_into as "mergedInto" from communes.hamlet where commune = $1 and slug = $2`,
      [commune, slug],
    );
    if (!found) return undefined;
    const { mergedInto, ...hamlet } = found;
    return mergedInto ? this.get(db, commune, mergedInto) : hamlet;
  }

  /** The hamlet of this name; written down if it is new. Two at the same moment make one. */
  async findOrMake(tx: Tx, commune: string, written: WrittenHamlet, by: string | null): Promise<KnownHamlet> {
    const known = among(await this.of(commune, tx), written);
    if (known) return known;
    const name = tidy(written.name);
    const former = written.former ? tidy(written.former) : null;
    const [folded, formerFolded] = [hamletKey(name), formerKey(former)];
    for (let attempt = 0; ; attempt++) {
      const plain = hamletSlug(name, attempt === 0 ? null : former);
      const slug = attempt < 2 ? plain : `${plain.slice(0, 76)}-${attempt}`;
      const [made] = await rows<KnownHamlet>(
        tx,
        `insert into communes.hamlet (commune, slug, name, former, folded, former_folded, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning ${columns}`,
        [commune, slug, name, former, folded, formerFolded, this.clock.now(), by],
      );
      if (made) return made;
      const other = (await this.of(commune, tx)).find(
        (hamlet) => hamlet.folded === folded && hamlet.formerFolded === formerFolded,
      );
      if (other) return other;
    }
  }
}

/** Which of these it is: by name and former commune; without a former commune, the only one of that name. */
export const among = (known: readonly KnownHamlet[], written: WrittenHamlet): KnownHamlet | undefined => {
  const folded = hamletKey(written.name);
  const same = known.filter((hamlet) => hamlet.folded === folded);
  const formerFolded = formerKey(written.former);
  const exact = same.find((hamlet) => hamlet.formerFolded === formerFolded);
  if (exact) return exact;
  if (formerFolded === '') return same.length === 1 ? same[0] : undefined;
  return same.find((hamlet) => hamlet.formerFolded === '');
};

const tidy = (text: string): string => nfc(text).replace(/\s+/g, ' ').trim();
const byName = new Intl.Collator('vi', { numeric: true });

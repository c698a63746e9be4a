import type { AttributeView, CategoryView, LabelRequirementView, ListingKind } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

type Category = z.input<typeof CategoryView>;

/** Groups of goods and the shelves they stand on, and what dated rows say of goods of each. */
@Injectable()
export class KindQueries {
  private shelves: Promise<ReadonlySet<string>> | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async categories(): Promise<Category[]> {
    return rows(this.db, 'select id, name, id as slug, parent, kind from catalogue.category order by position');
  }

  /** The groups that goods are of; never a shelf. */
  async leaves(): Promise<Category[]> {
    return rows(
      this.db,
      `select id, name, id as slug, parent, kind from catalogue.category
       where not exists (select from catalogue.category below where below.parent = category.id) order by position`,
    );
  }

  /** Shelves change by migration alone: asked once. */
  async isShelf(category: string): Promise<boolean> {
    this.shelves ??= rows<{ parent: string }>(
      this.db,
      'select distinct parent from catalogue.category where parent is not null',
    ).then((found) => new Set(found.map(({ parent }) => parent)));
    this.shelves.catch(() => {
      this.shelves = undefined;
    });
    return (await this.shelves).has(category);
  }

  /** Who asks for the goods of a category may mean a whole shelf: then that is the column to ask. */
  async shelved({ category }: { category?: string | undefined }): Promise<{ category?: undefined; shelf?: string }> {
    return category !== undefined && (await this.isShelf(category)) ? { category: undefined, shelf: category } : {};
  }

  /** A group, the shelf it stands on, and whether it is of goods or of services. */
  async lineage(category: string, db: DataSource | Tx = this.db): Promise<{ ids: string[]; kind: ListingKind }> {
    const [found] = await rows<{ parent: string | null; kind: ListingKind }>(
      db,
      'select parent, kind from catalogue.category where id = $1',
      [category],
    );
    return { ids: [category, ...(found?.parent ? [found.parent] : [])], kind: found?.kind ?? 'goods' };
  }

  /** What goods are told apart by today; of these groups and shelves, or of all. */
  async attributes(categories: readonly string[] | null = null, db: DataSource | Tx = this.db): Promise<Attribute[]> {
    return rows<Attribute>(
      db,
      `select id, name, category, choices from (
         select distinct on (id, category) id, name, category, choices, position from catalogue.attribute
         where valid_from <= $1::date and ($2::text[] is null or category = any($2)) order by id, category, valid_from desc
       ) held where choices <> '[]' order by position, id`,
      [this.today(), categories],
    );
  }

  /** What labels must say today. */
  async labels(db: DataSource | Tx = this.db): Promise<Label[]> {
    return rows<Label>(
      db,
      `select field, name, hint, processes, categories, required, "coveredByPack", "validFrom", "legalReference" from (
         select distinct on (field) field, name, hint, processes, categories, required, position,
           covered_by_pack as "coveredByPack", valid_from as "validFrom", legal_reference as "legalReference"
         from catalogue.label_requirement where valid_from <= $1::date order by field, valid_from desc
       ) held order by position`,
      [this.today()],
    );
  }

  private today(): string {
    return vietnamDay(this.clock.now());
  }
}

export type Attribute = z.input<typeof AttributeView>;
export type Label = z.input<typeof LabelRequirementView>;

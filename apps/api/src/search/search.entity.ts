import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A listing as PostgreSQL finds it, and as it is narrowed and put in order. */
@Entity({ schema: 'search', name: 'document' })
export class Document {
  @PrimaryColumn('uuid') id: string;
  /** Its place in the columns kept in memory. */
  @Column('integer') number: number;
  @Column('bigint') version: number;
  @Column('boolean') shown: boolean;
  @Column('text') name: string;
  @Column('text', { name: 'accented_name' }) accentedName: string;
  @Column('text') texts: string;
  @Column('tsvector') words: string;
  @Column('text', { array: true }) categories: string[];
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('uuid') producer: string;
  @Column('text') storage: string;
  @Column('text') kind: string;
  @Column('smallint', { nullable: true }) stars: number | null;
  @Column('bigint') price: number;
  @Column('boolean', { name: 'in_season' }) inSeason: boolean;
  @Column('text') delivery: string;
  @Column('jsonb') attributes: Record<string, string>;
  @Column('timestamptz', { name: 'published_at' }) publishedAt: Date;
  @Column('text') digest: string;
}

/** A word that some listing was ever found by: what a mistyped one may have meant. */
@Entity({ schema: 'search', name: 'word' })
export class Word {
  @PrimaryColumn('text') word: string;
}

/** How far the index is; one row. */
@Entity({ schema: 'search', name: 'state' })
export class State {
  @PrimaryColumn('boolean') one: boolean;
  @Column('bigint') version: number;
  @Column('timestamptz', { name: 'outside_until' }) outsideUntil: Date;
  @Column('text', { array: true }) rebuilding: string[];
  @Column('uuid', { nullable: true }) checked: string | null;
  @Column('integer', { name: 'checked_outside' }) checkedOutside: number;
}

/** A listing that an engine does not yet hold as it is now. */
@Entity({ schema: 'search', name: 'dirty' })
export class Dirty {
  @PrimaryColumn('text') engine: string;
  @PrimaryColumn('uuid') offer: string;
  /** Another one each time it is dirtied. */
  @Column('bigint') mark: number;
}

/** Words that mean the same, from `validFrom` up to, not including, `validTo`. */
@Entity({ schema: 'search', name: 'synonym' })
export class Synonym {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { array: true }) words: string[];
  @Column('text') source: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
}

/** What decides the order, as published from a day on. */
@Entity({ schema: 'search', name: 'ranking' })
export class Ranking {
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
  @Column('jsonb') sorts: unknown;
  @Column('text', { array: true }) limits: string[];
}

/** Where a province is administered from. */
@Entity({ schema: 'search', name: 'province_seat' })
export class ProvinceSeat {
  @PrimaryColumn('text') province: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text') seat: string;
  @Column('double precision') latitude: number;
  @Column('double precision') longitude: number;
  @Column('text') source: string;
}

/** Words that found nothing in a week, and how often. Of whoever typed them nothing is kept. */
@Entity({ schema: 'search', name: 'unmet' })
export class Unmet {
  @PrimaryColumn('date') week: string;
  @PrimaryColumn('text') province: string;
  /** Without accents. */
  @PrimaryColumn('text') folded: string;
  /** As somebody typed them, in small letters. */
  @Column('text') words: string;
  @Column('integer') times: number;
}

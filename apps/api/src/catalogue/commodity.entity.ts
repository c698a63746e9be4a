import type { ListingKind } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person looks for first: fruit, fish, tea; or the shelf such groups stand on. */
@Entity({ schema: 'catalogue', name: 'category' })
export class Category {
  /** Also its address. */
  @PrimaryColumn('text') id: string;
  @Column('text') name: string;
  @Column('smallint') position: number;
  /** The shelf a group stands on. */
  @Column('text', { nullable: true }) parent: string | null;
  @Column('text') kind: ListingKind;
}

/** What goods of a group or of a whole shelf are told apart by, from a day on. */
@Entity({ schema: 'catalogue', name: 'attribute' })
export class Attribute {
  @PrimaryColumn('text') id: string;
  @PrimaryColumn('text') category: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text') name: string;
  @Column('smallint') position: number;
  /** Without any: no more. */
  @Column('jsonb') choices: { value: string; label: string }[];
}

/** What a label must say, from a day on. */
@Entity({ schema: 'catalogue', name: 'label_requirement' })
export class LabelRequirement {
  @PrimaryColumn('text') field: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text') name: string;
  @Column('text') hint: string;
  @Column('text', { array: true }) processes: string[];
  /** Groups or shelves; null: all. */
  @Column('text', { array: true, nullable: true }) categories: string[] | null;
  @Column('boolean') required: boolean;
  @Column('boolean', { name: 'covered_by_pack' }) coveredByPack: boolean;
  @Column('smallint') position: number;
  @Column('text', { name: 'legal_reference' }) legalReference: string;
}

/** In which months a crop is commonly harvested, as held from a day on. */
@Entity({ schema: 'catalogue', name: 'harvest_months' })
export class HarvestMonths {
  @PrimaryColumn('text') commodity: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('smallint', { array: true }) months: number[];
  @Column('text') source: string;
}

/** How one kind of produce is kept, from a day on. The row in force is the latest whose day has come. */
@Entity({ schema: 'catalogue', name: 'commodity_profile' })
export class CommodityProfile {
  @PrimaryColumn('text') commodity: string;
  /** A day in Vietnam, `YYYY-MM-DD`. */
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text') category: string;
  @Column('text') name: string;
  @Column('text', { name: 'name_english' }) nameEnglish: string;
  /** °C. */
  @Column('double precision', { name: 'minimum_celsius', nullable: true }) minimumCelsius: number | null;
  @Column('double precision', { name: 'maximum_celsius', nullable: true }) maximumCelsius: number | null;
  /** Relative humidity, %. */
  @Column('double precision', { name: 'humidity_minimum', nullable: true }) humidityMinimum: number | null;
  @Column('double precision', { name: 'humidity_maximum', nullable: true }) humidityMaximum: number | null;
  @Column('integer', { name: 'shelf_life_days', nullable: true }) shelfLifeDays: number | null;
  @Column('integer', { name: 'shelf_life_days_maximum', nullable: true }) shelfLifeDaysMaximum: number | null;
  @Column('double precision', { name: 'chilling_injury_below_celsius', nullable: true })
  chillingInjuryBelowCelsius: number | null;
  /** How many times faster it spoils 10 °C warmer. */
  @Column('double precision', { nullable: true }) q10: number | null;
  /** high, medium, low, or none: how sure the sources are. */
  @Column('text') confidence: string;
  @Column('text') source: string;
}

export type CommodityFacts = Omit<CommodityProfile, 'validFrom'>;

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person looks for first: fruit, fish, tea. */
@Entity({ schema: 'catalogue', name: 'category' })
export class Category {
  /** Also its address. */
  @PrimaryColumn('text') id: string;
  @Column('text') name: string;
  @Column('smallint') position: number;
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

import type { ProducerKind } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who sells, as the catalogue shows it: what `producer.approved` said. Its id is the application's. */
@Entity({ schema: 'catalogue', name: 'producer' })
export class Producer {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: ProducerKind;
  @Column('text') name: string;
  @Column('text') commune: string;
  @Column('text', { name: 'commune_name' }) communeName: string;
  @Column('text') province: string;
  @Column('text', { name: 'province_name' }) provinceName: string;
  @Column('text', { name: 'sub_area', nullable: true }) subArea: string | null;
  /** Its address in words; without one it is found by its id. */
  @Column('text', { nullable: true }) slug: string | null;
}

/** Under which address something was found before its name changed; see addresses.ts. */
@Entity({ schema: 'catalogue', name: 'former_address' })
export class FormerAddress {
  @PrimaryColumn('text') kind: 'listing' | 'stall';
  @PrimaryColumn('text') slug: string;
  @Column('uuid') subject: string;
  @Column('timestamptz') until: Date;
}

/** The latest fact about one requirement and one category of goods, `*` being all; see sight.ts. */
@Entity({ schema: 'catalogue', name: 'lapse' })
export class Lapse {
  @PrimaryColumn('uuid') producer: string;
  @PrimaryColumn('text') requirement: string;
  @PrimaryColumn('text') category: string;
  @Column('text') state: 'lapsed' | 'restored';
  @Column('timestamptz') at: Date;
  @Column('uuid') event: string;
}

/**
 * Whether a producer may sell, by the latest fact heard. `at` and `event` are that fact's: an older one that comes late
 * changes nothing, and a suspension may be heard before the approval.
 */
@Entity({ schema: 'catalogue', name: 'standing' })
export class Standing {
  @PrimaryColumn('uuid') producer: string;
  @Column('text') state: 'approved' | 'suspended';
  @Column('timestamptz') at: Date;
  @Column('uuid') event: string;
}

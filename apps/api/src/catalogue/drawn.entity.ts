import type { DrawnKind } from '@chophien/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture the house drew, so that it can be forgotten. */
@Entity({ schema: 'catalogue', name: 'drawn' })
export class Drawn {
  @PrimaryColumn('text') file: string;
  @Column('text') kind: DrawnKind;
  /** The listing or the stall. */
  @Column('uuid') subject: string;
  @Column('timestamptz') at: Date;
}

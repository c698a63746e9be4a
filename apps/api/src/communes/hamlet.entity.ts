import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A hamlet (thôn, ấp, bản, xóm, tổ dân phố …) of a commune, as people write it. */
@Entity({ schema: 'communes', name: 'hamlet' })
export class Hamlet {
  @PrimaryColumn('text') commune: string;
  /** In addresses and on households; it stays when the name is written otherwise. */
  @PrimaryColumn('text') slug: string;
  @Column('text') name: string;
  /** The commune it belonged to before July 2025: two former communes may each have a "Thôn 1". */
  @Column('text', { nullable: true }) former: string | null;
  /** `hamletKey(name)`: by it the same hamlet is found however it is written. */
  @Column('text') folded: string;
  @Column('text', { name: 'former_folded' }) formerFolded: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  /** It turned out to be another one: its slug leads there. */
  @Column('text', { name: 'merged_into', nullable: true }) mergedInto: string | null;
}

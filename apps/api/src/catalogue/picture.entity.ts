import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture that was judged; its files lie under its hash, see picture.rules.ts. */
@Entity({ schema: 'catalogue', name: 'picture' })
export class Picture {
  @PrimaryColumn('uuid') id: string;
  /** The person who handed it in. */
  @Column('uuid') owner: string;
  /** First 32 hexadecimal digits of the SHA-256 of what its files are made from. */
  @Column('text') hash: string;
  /** SHA-256 of what was handed in; null for those of before it was kept. */
  @Column('text', { nullable: true }) given_hash: string | null;
  /** Pixels, upright. */
  @Column('integer') width: number;
  @Column('integer') height: number;
  /** `#rrggbb`, shown until the picture is there. */
  @Column('text') colour: string;
  /** Per cent from the left and from above: what stays in sight where it is cropped. */
  @Column('smallint') focus_x: number;
  @Column('smallint') focus_y: number;
  /** How wide the files are that there are of it, ascending. */
  @Column('integer', { array: true }) widths: number[];
  /** Whether each of them is there as AVIF too. */
  @Column('boolean') avif: boolean;
  /** `unused` until a listing shows it. */
  @Column('text') state: 'unused' | 'used';
  @Column('timestamptz', { name: 'at' }) at: Date;
}

/** Files of a picture that are still to be made; gone when all are there. */
@Entity({ schema: 'catalogue', name: 'picture_work' })
export class PictureWork {
  @PrimaryColumn('text') hash: string;
  @Column('smallint') tries: number;
  /** Not begun before: put off while somebody works on it, and after each failure. */
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  /** Failed too often: an operator reads why, and asks for it again. */
  @Column('boolean', { name: 'given_up' }) givenUp: boolean;
  @Column('text', { nullable: true }) failure: string | null;
}

/** A listing's pictures, in the order in which they are shown. */
@Entity({ schema: 'catalogue', name: 'offer_picture' })
export class OfferPicture {
  @PrimaryColumn('uuid') offer: string;
  @PrimaryColumn('smallint') position: number;
  @Column('uuid') picture: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A listing as PostgreSQL finds it. */
@Entity({ schema: 'search', name: 'document' })
export class Document {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { name: 'accented_name' }) accentedName: string;
  @Column('tsvector') words: string;
  @Column('tsvector', { name: 'accented_words' }) accentedWords: string;
  @Column('text') category: string;
  @Column('text') commune: string;
  @Column('text') province: string;
  @Column('text') storage: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt: Date;
}

/** A word that some listing was ever found by: what a mistyped one may have meant. */
@Entity({ schema: 'search', name: 'word' })
export class Word {
  @PrimaryColumn('text') word: string;
}

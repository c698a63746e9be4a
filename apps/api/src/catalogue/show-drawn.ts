import { type DrawnKind, drawnKinds, drawnOf, type PictureView, pictureFile, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { inTurn } from '../platform/drawing.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import { drawCard, drawShare } from './draw-listing.ts';
import { drawSign, drawStall } from './draw-stall.ts';
import { DrawnQueries } from './drawn.queries.ts';
import { drawnAt } from './drawn-address.ts';
import { drawnKey, type ListingSays, type StallSays } from './drawn.rules.ts';
import { keyOf, masterKey } from './picture.rules.ts';

/** The picture, or the name of the file that shows today what this one showed. */
export type Shown = { bytes: Uint8Array; type: string } | { instead: string };

/** Drawings that may wait while photographs are taken in. */
const mostWaiting = 4;

/**
 * Shows a drawn picture; draws it if it is asked for the first time. The row comes first, so that whatever lies in the
 * storage can be forgotten. Nothing is drawn for an address that was never ours: it would name what stands there today.
 */
@Injectable()
export class ShowDrawn {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly drawn: DrawnQueries,
    private readonly clock: Clock,
  ) {}

  async run(file: string): Promise<Shown> {
    const asked = drawnOf(file);
    if (!asked) throw new Problem('catalogue.not-found');
    const { kind, subject } = asked;
    const type = drawnKinds[kind].type === 'jpg' ? 'image/jpeg' : 'image/png';
    const kept = await this.kept(file);
    if (kept) return { bytes: kept, type };
    const says = await this.drawn.says(kind, subject);
    const today = drawnAt(kind, subject, says).path.replace('/anh/', '');
    if (today !== file) return { instead: today };
    const bytes = await this.draw(kind, says);
    await rows(
      this.db,
      'insert into catalogue.drawn (file, kind, subject, at) values ($1, $2, $3, $4) on conflict do nothing',
      [file, kind, subject, this.clock.now()],
    );
    await this.storage.put(drawnKey(file), bytes, type);
    return { bytes, type };
  }

  private async draw(kind: DrawnKind, says: ListingSays | StallSays): Promise<Buffer> {
    if ('photograph' in says) {
      const photograph = says.photograph && (await this.photograph(says.photograph));
      return inTurn(() => (kind === 'card' ? drawCard : drawShare)(says, photograph), mostWaiting);
    }
    return inTurn(
      () => (kind === 'sign-a4' || kind === 'sign-a5' ? drawSign(says, kind) : drawStall(says)),
      mostWaiting,
    );
  }

  /** Of pictures of before there is no master until the worker comes to them. */
  private async photograph({ hash }: Pick<PictureView, 'hash'>): Promise<Uint8Array | null> {
    for (const key of [masterKey(hash), keyOf(pictureFile(hash, 640, 'webp'))]) {
      const bytes = await this.read(key);
      if (bytes) return bytes;
    }
    return null;
  }

  private kept(file: string): Promise<Uint8Array | undefined> {
    return this.read(drawnKey(file));
  }

  private async read(key: string): Promise<Uint8Array | undefined> {
    try {
      return await this.storage.get(key);
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }
}

import { type PictureView, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import { derivePicture } from './derive-picture.ts';
import { pictureView } from './listing.rules.ts';
import type { Picture } from './offer.entity.ts';
import { fileName } from './picture.rules.ts';

/** Where a served file is kept. */
export const keyOf = (file: string): string => `pictures/${file}`;

/** Takes in a picture. The files come first, then the row: a row never names a file that is not there. The same id is the same picture. */
@Injectable()
export class PutPicture {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, bytes: Uint8Array): Promise<z.input<typeof PictureView>> {
    const known = await this.find(id);
    if (known) return shown(actor, known);
    const { files, hash, width, height, colour } = await derivePicture(bytes);
    for (const [across, file] of files) await this.storage.put(keyOf(fileName(hash, across)), file, 'image/webp');
    await rows(
      this.db,
      `insert into catalogue.picture (id, owner, hash, width, height, colour, state, at)
       values ($1, $2, $3, $4, $5, $6, 'unused', $7) on conflict (id) do nothing`,
      [id, actor.id, hash, width, height, colour, this.clock.now()],
    );
    return shown(actor, await this.find(id));
  }

  private async find(id: string): Promise<Picture | undefined> {
    const [picture] = await rows<Picture>(
      this.db,
      'select id, owner, hash, width, height, colour, state, at from catalogue.picture where id = $1',
      [id],
    );
    return picture;
  }
}

const shown = (actor: Actor, picture: Picture | undefined): z.input<typeof PictureView> => {
  if (!picture || picture.owner !== actor.id) throw new Problem('catalogue.not-found');
  return pictureView(picture);
};

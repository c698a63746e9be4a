import { type PictureView, pictureFile, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import { contentTypes, deriveFile, type Judged, judgePicture } from './derive-picture.ts';
import { pictureView } from './listing.rules.ts';
import type { Picture } from './picture.entity.ts';
import { firstTypes, keyOf, masterKey, perCent, widthsFor } from './picture.rules.ts';
import { holdFiles } from './picture.sql.ts';

/**
 * Takes in a picture: judged, drawn anew, and made small enough to be seen at once; the worker makes the rest. The files
 * come first, then the row: a row never names a file that is not there. The same id is the same picture.
 */
@Injectable()
export class PutPicture {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, bytes: Uint8Array): Promise<PictureView> {
    const given = sha256(bytes);
    const known = await this.find(id);
    if (known) return shown(actor, known, given);
    const judged = await judgePicture(bytes);
    const [narrowest] = widthsFor(judged.width) as [number];
    const files = await filesOf(judged, narrowest);
    await this.keep(files);
    await inTx(this.db, async (tx) => {
      await holdFiles(tx, judged.hash);
      await tx.query(insert, [
        id,
        actor.id,
        judged.hash,
        given,
        judged.width,
        judged.height,
        judged.colour,
        perCent(judged.focus.x),
        perCent(judged.focus.y),
        [narrowest],
        this.clock.now(),
      ]);
    });
    // Whoever forgot the same picture a moment ago took the files along.
    if (!(await this.storage.exists(masterKey(judged.hash)))) await this.keep(files);
    return shown(actor, await this.find(id), given);
  }

  private async keep(files: Files): Promise<void> {
    for (const [key, { bytes, type }] of files) await this.storage.put(key, bytes, type);
  }

  private async find(id: string): Promise<Picture | undefined> {
    const [picture] = await rows<Picture>(this.db, 'select * from catalogue.picture where id = $1', [id]);
    return picture;
  }
}

type Files = Map<string, { bytes: Uint8Array; type: string }>;

/** The master comes last: when it is there, all are. */
const filesOf = async ({ hash, master }: Judged, width: number): Promise<Files> => {
  const files: Files = new Map();
  for (const type of firstTypes) {
    const key = keyOf(pictureFile(hash, width, type));
    files.set(key, { bytes: await deriveFile(master, width, type), type: contentTypes[type] });
  }
  return files.set(masterKey(hash), { bytes: master, type: contentTypes.jpg });
};

/** @throws Problem catalogue.not-found for another person's, catalogue.picture-differs if it is not what came first */
const shown = (actor: Actor, picture: Picture | undefined, given: string): PictureView => {
  if (!picture || picture.owner !== actor.id) throw new Problem('catalogue.not-found');
  if (picture.given_hash && picture.given_hash !== given) throw new Problem('catalogue.picture-differs');
  return pictureView(picture);
};

/** Somebody may have handed in the same picture before: what was made of it serves this one too. */
const insert = `with put as (
    insert into catalogue.picture
      (id, owner, hash, given_hash, width, height, colour, focus_x, focus_y, widths, avif, state, at)
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce(same.widths, $10), coalesce(same.avif, false), 'unused', $11
    from (select) as one
    left join lateral (
      select widths, avif from catalogue.picture where hash = $3 order by avif desc, cardinality(widths) desc limit 1
    ) same on true
    on conflict (id) do nothing returning hash, avif
  )
  insert into catalogue.picture_work (hash) select hash from put where not avif on conflict do nothing`;

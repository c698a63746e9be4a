import { pictureFile, type PictureType, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { inTurn, sharp } from '../platform/drawing.ts';
import { log } from '../platform/log.ts';
import { Storage } from '../platform/storage.ts';
import { contentTypes, deriveFile } from './derive-picture.ts';
import { firstTypes, keyOf, masterKey, widthsFor } from './picture.rules.ts';

/** So long one call works; what is left is taken up by the next, here or in another worker. */
const patience = 20_000;
/** After so many failures it is left to an operator. */
const mostTries = 8;

interface Work {
  hash: string;
  tries: number;
  width: number;
  widths: number[];
}

/**
 * Makes the files of pictures that are still to be made: first all widths as WebP and JPEG, then as AVIF. Each may be made
 * twice; a worker that is killed leaves its picture to another after two minutes.
 */
@Injectable()
export class DerivePictures {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
  ) {}

  async run(): Promise<void> {
    const until = performance.now() + patience;
    while (performance.now() < until) {
      const [work] = await rows<Work>(this.db, claim);
      if (!work) return;
      await this.derive(work).catch((error: unknown) => this.putOff(work, error));
    }
  }

  private async derive({ hash, width, widths }: Work): Promise<void> {
    const master = await this.master(hash);
    const all = [...new Set([...widthsFor(width), ...widths])].toSorted((a, b) => a - b);
    for (const type of firstTypes) await this.make(hash, master, all, type);
    await rows(this.db, 'update catalogue.picture set widths = $2 where hash = $1 and not avif', [hash, all]);
    await this.make(hash, master, all, 'avif');
    await rows(this.db, done, [hash]);
  }

  private async make(hash: string, master: Uint8Array, widths: number[], type: PictureType): Promise<void> {
    for (const width of widths) {
      await this.storage.put(
        keyOf(pictureFile(hash, width, type)),
        await deriveFile(master, width, type),
        contentTypes[type],
      );
    }
  }

  /** A picture of before masters were kept is made from the widest file there was. */
  private async master(hash: string): Promise<Uint8Array> {
    try {
      return await this.storage.get(masterKey(hash));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const former = await this.storage.get(keyOf(pictureFile(hash, 640, 'webp')));
      const master = await inTurn(() => sharp(former).jpeg({ quality: 90 }).toBuffer());
      await this.storage.put(masterKey(hash), master, contentTypes.jpg);
      return master;
    }
  }

  private async putOff({ hash, tries }: Work, error: unknown): Promise<void> {
    log.warn({ err: error, hash, tries: tries + 1 }, 'the files of a picture could not be made');
    const failure = String(error instanceof Problem ? error.code : error).slice(0, 500);
    await rows(this.db, putOff, [hash, failure, mostTries]);
  }
}

/** What nobody shows any more needs no files. */
const claim = `with next as (
    select hash from catalogue.picture_work where due_at <= now() and not given_up
    order by due_at limit 1 for update skip locked
  ), idle as (
    delete from catalogue.picture_work
    where hash in (select hash from next) and not exists (select from catalogue.picture shown where shown.hash = picture_work.hash)
  )
  update catalogue.picture_work work set due_at = now() + interval '2 minutes'
  from next, lateral (
    select max(width) as width, max(widths) as widths from catalogue.picture where picture.hash = next.hash
  ) of_it
  where work.hash = next.hash and of_it.width is not null
  returning work.hash, tries, of_it.width, of_it.widths`;

const done = `with made as (update catalogue.picture set avif = true where hash = $1)
  delete from catalogue.picture_work where hash = $1`;

/** Again after 30 s, then each time twice as late. */
const putOff = `update catalogue.picture_work set tries = tries + 1, failure = $2, given_up = tries + 1 >= $3,
    due_at = now() + interval '30 seconds' * power(2, tries)
  where hash = $1`;

import { type DrawnKind, drawnKinds, type getSign, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { foundUnder } from './addresses.ts';
import { drawnAt } from './drawn-address.ts';
import { type ListingSays, listingSays, type StallSays, stallSays } from './drawn.rules.ts';
import { type CardRow, card, cardColumns } from './listing.sql.ts';
import type { Producer } from './producer.entity.ts';

/** What is to stand in a drawing now: of what anybody may see only. */
@Injectable()
export class DrawnQueries {
  constructor(private readonly db: DataSource) {}

  async says(kind: DrawnKind, subject: string): Promise<ListingSays | StallSays> {
    if (drawnKinds[kind].of === 'stall') return says(await this.stall('producer.id = $1', subject));
    const [row] = await rows<CardRow>(
      this.db,
      `select ${cardColumns} from catalogue.offer offer where offer.id = $1 and offer.visible`,
      [subject],
    );
    if (!row) throw new Problem('catalogue.not-found');
    return listingSays(card(row), env().STOREFRONT_URL);
  }

  /** By the stall's address in words, of today or a former one, or by its id. */
  async sign(address: string): Promise<ResultOf<typeof getSign>> {
    const stall = await this.stall(
      isId(address) ? 'producer.id = $1' : `producer.id = ${foundUnder('stall', '$1')}`,
      address,
    );
    const words = says(stall);
    return {
      id: stall.id,
      slug: stall.slug ?? stall.id,
      name: stall.name,
      kind: stall.kind,
      place: `${stall.communeName}, ${stall.provinceName}`,
      address: words.address,
      a5: drawnAt('sign-a5', stall.id, words),
      a4: drawnAt('sign-a4', stall.id, words),
      ogImage: drawnAt('stall', stall.id, words),
    };
  }

  private async stall(where: string, value: string): Promise<Producer> {
    const [stall] = await rows<Producer>(
      this.db,
      `select producer.id, kind, name, commune_name as "communeName", province_name as "provinceName", slug
       from catalogue.producer join catalogue.standing on standing.producer = producer.id and standing.state = 'approved'
       where ${where}`,
      [value],
    );
    if (!stall) throw new Problem('catalogue.not-found');
    return stall;
  }
}

const says = ({ id, name, communeName, provinceName }: Producer): StallSays =>
  stallSays({ id, name, commune: communeName, province: provinceName }, env().STOREFRONT_URL);

const isId = (address: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(address);

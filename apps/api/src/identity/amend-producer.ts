import { Problem, type ProducerKind } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import { rows, type Tx } from '../platform/database.ts';

/** What is now known better of a household or cooperative; what is absent stays. */
export interface Amendment {
  kind?: ProducerKind;
  name?: string;
  head?: string | null;
  commune?: string;
  hamlet?: string | null;
  subArea?: string | null;
  citizenIndex?: string | null;
}

/** Keeps what identity knows of a household or cooperative equal to what its people last said. Who may is the caller's to decide. */
@Injectable()
export class AmendProducer {
  constructor(private readonly communes: Communes) {}

  /** @throws Problem communes.unknown, platform.not-found */
  async run(tx: Tx, producer: string, amendment: Amendment): Promise<void> {
    const { commune: code, ...said } = amendment;
    const commune = code === undefined ? undefined : await this.communes.get(code);
    if (code !== undefined && !commune) throw new Problem('communes.unknown', { commune: code });
    const set = {
      ...said,
      ...(said.name === undefined ? {} : { folded: fold(said.name) }),
      ...(said.head === undefined ? {} : { foldedHead: said.head === null ? null : fold(said.head) }),
      ...(commune ? { commune: commune.code, province: commune.province.code } : {}),
    };
    const changed = await rows(tx, amend, [producer, JSON.stringify(set)]);
    if (changed.length === 0) throw new Problem('platform.not-found');
  }
}

const column = (name: string, key: string): string =>
  `${name} = case when $2::jsonb ? '${key}' then $2::jsonb ->> '${key}' else ${name} end`;

const amend = `update identity.producer set ${[
  column('kind', 'kind'),
  column('name', 'name'),
  column('head', 'head'),
  column('commune', 'commune'),
  column('province', 'province'),
  column('hamlet', 'hamlet'),
  column('sub_area', 'subArea'),
  column('folded', 'folded'),
  column('folded_head', 'foldedHead'),
  column('citizen_index', 'citizenIndex'),
].join(', ')} where id = $1 returning id`;

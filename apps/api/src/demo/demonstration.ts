import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Grant } from '@chophien/contracts';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Declare } from '../assessment/index.ts';
import { Catalogue, PublishListing, PutPicture } from '../catalogue/index.ts';
import { CreateOfficial, RegisterPerson } from '../identity/index.ts';
import { ApproveApplication, SubmitApplication } from '../onboarding/index.ts';
import { type Actor, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { e164, demoPassword, demoTotpSecret } from './accounts.ts';
import { applicant, type DemoProducer, declarations, officials, producers } from './data.ts';
import { drawing } from './drawings.ts';

/** An id that follows from its name (UUID version 8), so that doing it again finds what is there. */
export const demoId = (name: string): string => {
  const hex = createHash('sha256').update(`cho-phien demonstration ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A person or official of the demonstration, as the acts know her. */
export const acting = (kind: Actor['kind'], id: string, grants: Grant[]): Actor => ({
  ...system('demonstration'),
  kind,
  id,
  grants,
});

/** Asks again until it is so: what listeners do follows a moment later. */
export const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    if (await isSo()) return;
    await sleep(200);
  }
  throw new Error(`waited in vain: ${what}; is the worker running?`);
};

/** The people, goods and papers of the demonstration. */
export class Demonstration {
  private readonly db: DataSource;

  constructor(private readonly app: INestApplicationContext) {
    this.db = app.get(DataSource);
  }

  async officials(): Promise<void> {
    for (const { phone, ...official } of officials) {
      if (await this.officialId(phone)) continue;
      await this.get(CreateOfficial).run(system('demonstration'), {
        ...official,
        phone: e164(phone),
        demo: { password: demoPassword(phone), totpSecret: demoTotpSecret(phone) },
      });
    }
  }

  async producers(): Promise<void> {
    for (const producer of producers) await this.apply(producer, cropsOf(producer));
    for (const producer of producers) {
      await this.approve(producer);
    }
    for (const producer of producers) {
      const id = demoId(producer.name);
      await until(
        `${producer.name} is approved`,
        async () => (await this.get(Catalogue).producer(id))?.visible === true,
      );
      await this.publish(producer, id);
    }
  }

  async applicant(): Promise<void> {
    await this.apply(applicant, [...applicant.crops]);
  }

  async declarations(): Promise<void> {
    const validFrom = '2026-01-01';
    for (const { commune, households, keyProducts } of declarations) {
      const officer = await this.officer(commune);
      const document = 'Số liệu mẫu, không phải văn bản thật';
      await this.get(Declare).run(officer, commune, {
        id: demoId(`households ${commune}`),
        kind: 'households',
        value: households,
        document,
        validFrom,
      });
      await this.get(Declare).run(officer, commune, {
        id: demoId(`key products ${commune}`),
        kind: 'key-products',
        commodities: [...keyProducts],
        document,
        validFrom,
      });
    }
  }

  private async apply(producer: Omit<DemoProducer, 'listings'>, crops: string[]): Promise<void> {
    const { commune, kind, name, subArea, address } = producer;
    if (await this.application(name)) return; // as it was handed in then, whatever the demonstration says by now
    const person = await this.person(producer);
    await this.get(SubmitApplication).run(acting('person', person, []), {
      id: demoId(name),
      kind,
      name,
      commune,
      subArea,
      address,
      crops,
      consent: true,
    });
  }

  private async approve({ name, commune }: DemoProducer): Promise<void> {
    if ((await this.application(name)) !== 'submitted') return;
    await this.get(ApproveApplication).run(await this.officer(commune), demoId(name));
  }

  /** The state of an application of the demonstration, if it was handed in. */
  private async application(name: string): Promise<string | undefined> {
    const sql = 'select state from onboarding.application where id = $1';
    const [found] = await rows<{ state: string }>(this.db, sql, [demoId(name)]);
    return found?.state;
  }

  private async publish(producer: DemoProducer, id: string): Promise<void> {
    const actor = acting('person', await this.person(producer), [{ role: 'producer', producer: id }]);
    for (const [place, listing] of producer.listings.entries()) {
      const picture = demoId(`picture ${listing.name}`);
      await this.get(PutPicture).run(actor, picture, await drawing(listing.commodity, place + listing.name.length));
      const { harvest, increment, ...told } = listing;
      await this.get(PublishListing).run(actor, {
        ...told,
        id: demoId(listing.name),
        producer: id,
        increment,
        minimum: increment,
        origin: 'self_produced',
        pictures: [picture],
        ...(harvest ? { harvestFrom: harvest[0], harvestTo: harvest[1] } : {}),
      });
    }
  }

  private person({ person }: Pick<DemoProducer, 'person'>): Promise<string> {
    const given = { phone: e164(person.phone), name: person.name, demo: true };
    return inTx(this.db, async (tx) => (await this.get(RegisterPerson).run(tx, system('demonstration'), given)).id);
  }

  private async officer(commune: string): Promise<Actor> {
    const official = officials.find((one) => 'commune' in one && one.commune === commune);
    const id = official && (await this.officialId(official.phone));
    if (!id) throw new Error(`commune ${commune} has no officer`);
    return acting('official', id, [{ role: 'commune-officer', commune }]);
  }

  private async officialId(phone: string): Promise<string | undefined> {
    const [found] = await rows<{ id: string }>(
      this.db,
      `select id from identity.person where kind = 'official' and phone = $1`,
      [e164(phone)],
    );
    return found?.id;
  }

  private get<T>(act: Type<T>): T {
    return this.app.get(act, { strict: false });
  }
}

const cropsOf = (producer: DemoProducer): string[] => [...new Set(producer.listings.map(({ commodity }) => commodity))];

import { addDays, vietnamDay } from '@chophien/kernel';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Declare } from '../assessment/index.ts';
import {
  ApproveListing,
  Catalogue,
  DecideCertificate,
  DeclareCertificate,
  EditListing,
  PublishListing,
  PutPicture,
  ReturnListing,
} from '../catalogue/index.ts';
import { CreateOfficial, GiveGrant, RegisterPerson } from '../identity/index.ts';
import { type Actor, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { acting, demoId, until } from './acting.ts';
import { type Applying, blankForm, DemoApplications } from './applications.ts';
import { certificates, type DemoCertificate } from './certificates.ts';
import { e164, demoPassword, demoTotpSecret } from './accounts.ts';
import { applicant, besides, type DemoProducer, declarations, officials, producers } from './data.ts';
import { drawing } from './drawings.ts';
import { households } from './households.ts';
import { visitDays } from './visits.ts';

/** The people, goods and papers of the demonstration. */
export class Demonstration {
  private readonly db: DataSource;
  private readonly applications: DemoApplications;

  constructor(private readonly app: INestApplicationContext) {
    this.db = app.get(DataSource);
    this.applications = new DemoApplications(app);
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

  async besides(): Promise<void> {
    for (const { role, name, phone, commune } of besides) {
      const person = await this.person({ person: { name, phone } });
      const officer = await this.officer(commune);
      await inTx(this.db, (tx) => this.get(GiveGrant).run(tx, officer, { person, role, commune, from: new Date() }));
    }
  }

  async producers(): Promise<void> {
    for (const producer of producers) {
      await this.begin(producer, cropsOf(producer));
      await this.applications.handIn(producer, await this.person(producer));
      await this.applications.approve(producer, await this.officer(producer.commune));
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

  /** One who waits, and one in each other state an officer meets. */
  async households(): Promise<void> {
    for (const household of [{ ...applicant, stage: 'submitted' as const }, ...households]) {
      const { stage, commune } = household;
      const before = await this.applications.status(household);
      await this.begin(household, household.crops);
      if (stage === 'draft') continue;
      await this.applications.handIn(household, await this.person(household));
      // Each goes one way once: what people did with it since stays as it is.
      const officer = await this.officer(commune);
      if (stage === 'returned' && (before === undefined || before === 'draft')) {
        await this.applications.sendBack(household, officer);
      }
      if (stage === 'suspended' && before !== 'active') {
        await this.applications.approve(household, officer);
        await this.applications.suspend(household, officer);
      }
    }
  }

  /** As it was handed in then, whatever the demonstration says by now. */
  private async begin(producer: Applying, crops: readonly string[]): Promise<void> {
    if (await this.applications.status(producer)) return;
    const id = await this.person(producer);
    await this.applications.begin(producer, { id, phone: e164(producer.person.phone) }, crops);
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

  private async publish(producer: DemoProducer, id: string): Promise<void> {
    const actor = acting('person', await this.person(producer), [{ role: 'producer', producer: id }]);
    for (const [place, listing] of producer.listings.entries()) {
      const picture = demoId(`picture ${listing.name}`);
      await this.get(PutPicture).run(actor, picture, await drawing(listing.commodity, place + listing.name.length));
      const { harvest, increment, stage, visits = [], ...told } = listing;
      const offer = demoId(listing.name);
      const { state, version } = await this.get(PublishListing).run(actor, {
        ...told,
        id: offer,
        producer: id,
        kind: visits.length > 0 ? 'service' : 'goods',
        dates: visitDays(listing.name, visits, this.app.get(Clock).now()),
        increment,
        minimum: increment,
        origin: 'self_produced',
        pictures: [picture],
        ...(harvest ? { harvestFrom: harvest[0], harvestTo: harvest[1] } : {}),
      });
      // Each goes one way once: what people did with it since stays as it is.
      const officer = await this.officer(producer.commune);
      if (state === 'in_review' && version === 1) {
        if (stage === 'waiting') continue;
        if (stage === 'returned') {
          const remarks = [{ reason: 'picture-unclear' as const }];
          await this.get(ReturnListing).run(officer, offer, { version, remarks });
          continue;
        }
        await this.get(ApproveListing).run(officer, offer, { version });
      }
      const approved = version === 1 || (version === 2 && state === 'published');
      if (stage === 'edited' && approved) {
        const name = listing.name.replace('loại một', 'loại tuyển');
        await this.get(EditListing).run(actor, offer, { version: 2, name });
      }
    }
  }

  /** Papers that speak of goods: declared by their holder, most of them looked at by an officer. */
  async certificates(): Promise<void> {
    for (const certificate of certificates) {
      const producer = producers.find(({ name }) => name === certificate.producer);
      if (!producer) throw new Error(`${certificate.producer} is no producer of the demonstration`);
      await this.certificate(certificate, producer);
    }
  }

  private async certificate(given: DemoCertificate, producer: DemoProducer): Promise<void> {
    const { kind, number, issuer, stars, issuedInDays, endsInDays } = given;
    const today = vietnamDay(this.app.get(Clock).now());
    const of = demoId(producer.name);
    const actor = acting('person', await this.person(producer), [{ role: 'producer', producer: of }]);
    const id = demoId(`certificate ${number}`);
    const picture = demoId(`picture of certificate ${number}`);
    await this.get(PutPicture).run(actor, picture, await blankForm());
    const { state } = await this.get(DeclareCertificate).run(actor, {
      id,
      producer: of,
      kind,
      number,
      issuer,
      ...(stars === undefined ? {} : { stars }),
      issuedOn: addDays(today, issuedInDays),
      ...(endsInDays === undefined ? {} : { validTo: addDays(today, endsInDays) }),
      listings: given.listings.map((name) => demoId(name)),
      picture,
    });
    if (!given.verified || state !== 'claimed') return;
    await this.get(DecideCertificate).run(await this.officer(producer.commune), id, { decision: 'verified' });
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

import { randomUUID } from 'node:crypto';
import type { PublishListing as Input } from '@chophien/contracts';
import sharp from 'sharp';
import type { EventType } from '../../apps/api/src/events.ts';
import type { Actor } from '../../apps/api/src/platform/actor.ts';
import { type dataSource, inTx, rows } from '../../apps/api/src/platform/database.ts';
import type { EventOf } from '../../apps/api/src/platform/outbox.ts';
import { Clock } from '../../apps/api/src/platform/time.ts';
import { AdmitProducer } from '../../apps/api/src/catalogue/admit-producer.ts';
import { ApproveListing } from '../../apps/api/src/catalogue/approve-listing.ts';
import { EditListing } from '../../apps/api/src/catalogue/edit-listing.ts';
import { HideProducer } from '../../apps/api/src/catalogue/hide-producer.ts';
import { MyListingQueries } from '../../apps/api/src/catalogue/my-listing.queries.ts';
import { PublishListing } from '../../apps/api/src/catalogue/publish-listing.ts';
import { PutPicture } from '../../apps/api/src/catalogue/put-picture.ts';

/** A producer of a test, as she acts. */
export interface Seller {
  producer: string;
  actor: Actor;
}

/** A person who may act for these producers. */
export const person = (...producers: string[]): Actor => ({
  kind: 'person',
  id: randomUUID(),
  grants: producers.map((producer) => ({ role: 'producer', producer })),
  sessionId: null,
  address: '127.0.0.1',
  requestId: randomUUID(),
});

/** An official who looks at what is handed in, in one province. */
export const moderator = (province: string, id: string = randomUUID()): Actor => ({
  kind: 'official',
  id,
  grants: [{ role: 'moderator', province }],
  sessionId: null,
  address: '127.0.0.1',
  requestId: randomUUID(),
});

let last = 0;
/** A later fact has a later id, as in the database. */
const eventId = (): string => `00000000-0000-7000-8000-${String(++last).padStart(12, '0')}`;

/** A fact as a listener hears it. */
export const fact = <T extends EventType>(type: T, subject: string, of: { data: EventOf<T>['data']; at: Date }) =>
  ({ id: eventId(), type, version: 1, subject, actor: { kind: 'system', id: 'test' }, ...of }) as EventOf<T>;

interface Providers {
  get<T>(type: abstract new (...given: never[]) => T): T;
}

/** What the catalogue of a test hears, and what is on sale in it. `db` is the application's own connection. */
export const market = (app: Providers, db: ReturnType<typeof dataSource>) => {
  const now = () => app.get(Clock).now();

  const approved = (producer: string, { name = 'Hộ bà Tư', commune = '07330', province = '24', at = now() } = {}) =>
    fact('producer.approved', producer, {
      at,
      data: {
        producer,
        producerName: name,
        producerKind: 'household',
        commune,
        province,
        subArea: null,
        crops: ['lychee'],
        applicant: randomUUID(),
      },
    });
  const activated = (producer: string, at = now()) =>
    fact('producer.activated', producer, { at, data: { commune: '07330', applicant: randomUUID() } });
  const suspended = (producer: string, at = now()) =>
    fact('producer.suspended', producer, {
      at,
      data: { commune: '07330', applicant: randomUUID(), reason: 'hàng không đúng nguồn gốc' },
    });
  const reinstated = (producer: string, at = now()) =>
    fact('producer.reinstated', producer, { at, data: { commune: '07330', applicant: randomUUID() } });

  const hear = (
    ...events: EventOf<'producer.approved' | 'producer.activated' | 'producer.reinstated' | 'producer.suspended'>[]
  ) =>
    inTx(db, async (tx) => {
      for (const event of events) {
        if (event.type === 'producer.suspended') await app.get(HideProducer).handle([event], tx);
        else await app.get(AdmitProducer).handle([event], tx);
      }
    });

  const seller = async (given: Parameters<typeof approved>[1] = {}): Promise<Seller> => {
    const producer = randomUUID();
    await hear(approved(producer, given), activated(producer));
    return { producer, actor: person(producer) };
  };

  const picture = async (actor: Actor): Promise<string> => {
    const id = randomUUID();
    await app.get(PutPicture).run(actor, id, await jpeg());
    return id;
  };

  /** Handed in, and nobody has looked at it. */
  const handedIn = async ({ actor, producer }: Seller, given: Partial<Input> = {}) =>
    app.get(PublishListing).run(actor, {
      id: randomUUID(),
      producer,
      commodity: 'lychee',
      name: 'Vải thiều Lục Ngạn',
      description: 'Hái buổi sáng.',
      unit: 'kg',
      price: 45_000,
      increment: 500,
      minimum: 1_000,
      quantity: 50_000,
      storage: 'chilled',
      origin: 'self_produced',
      pictures: given.pictures ?? [await picture(actor)],
      ...given,
    });

  /** An official of the province it lies in lets it, or the edit of it, be shown. */
  const shown = async (id: string, version: number): Promise<void> => {
    const [offer] = await rows<{ province: string }>(db, 'select province from catalogue.offer where id = $1', [id]);
    await app.get(ApproveListing).run(moderator(offer!.province), id, { version });
  };

  /** On sale: handed in, and let be shown. */
  const listing = async (by: Seller, given: Partial<Input> = {}) => {
    const { id, version, state } = await handedIn(by, given);
    if (state === 'in_review') await shown(id, version);
    return app.get(MyListingQueries).get(by.actor, id);
  };

  /** Called otherwise by its seller, and shown so. */
  const renamed = async ({ actor }: Seller, id: string, name: string): Promise<void> => {
    const { version } = await app.get(MyListingQueries).get(actor, id);
    const edited = await app.get(EditListing).run(actor, id, { version, name });
    await shown(id, edited.version);
  };

  const stated = (subject: string) =>
    rows<{ type: string; data: Record<string, unknown> }>(
      db,
      'select type, data from platform.event where subject = $1 order by at, id',
      [subject],
    );

  return { approved, suspended, reinstated, hear, seller, picture, handedIn, listing, renamed, stated };
};

/** A photograph, of one colour. */
export const jpeg = (width = 800, height = 600, colour = '#c0392b'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

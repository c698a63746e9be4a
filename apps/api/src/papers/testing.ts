import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Grant, PaperKind } from '@chophien/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import sharp from 'sharp';
import type { DataSource } from 'typeorm';
import { vi } from 'vitest';
import { type EventData, type EventType, events } from '../events.ts';
import { type Authenticated, Authenticator, system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { PapersModule } from './papers.module.ts';

interface Photograph {
  width?: number;
  height?: number;
  shade?: number;
  gps?: boolean;
  format?: 'jpeg' | 'png' | 'webp';
}

/** A picture of one colour; with `gps`, it says where it was taken, and lies on its side. */
export const photograph = ({
  width = 640,
  height = 480,
  shade = 120,
  gps = false,
  format = 'jpeg',
}: Photograph = {}): Promise<Buffer> => {
  const plain = sharp({ create: { width, height, channels: 3, background: { r: shade, g: 90, b: 60 } } });
  const taken = gps
    ? plain.withMetadata({ orientation: 6 }).withExifMerge({
        IFD0: { Make: 'CameraOfTheFarm' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '21/1 22/1 30/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '106/1 10/1 5/1',
        },
      })
    : plain;
  return taken.toFormat(format).toBuffer();
};

/** The head of a PNG that says it is this large, with nothing behind it that could be decoded. */
export const pngThatClaims = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    mark,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const crc = (bytes: Buffer): number => {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
};

/** A PDF of so many pages; `more` are further objects as they stand, `packed` go into a compressed object stream. */
export const pdf = ({ pages = 1, more = '', packed = '' } = {}): Buffer => {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 10} 0 R`).join(' ');
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    `2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj\n`,
    ...Array.from({ length: pages }, (_, at) => `${at + 10} 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n`),
    more,
  ];
  const parts = [Buffer.from(`%PDF-1.7\n${objects.join('')}`, 'latin1')];
  if (packed) {
    const data = deflateSync(Buffer.from(packed, 'latin1'));
    parts.push(
      Buffer.from(`5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    );
  }
  parts.push(Buffer.from('xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'));
  return Buffer.concat(parts);
};

const nobody = Object.fromEntries(Object.keys(events).map((type) => [type, []])) as unknown as Subscriptions;

interface Sending {
  id?: string;
  kind?: PaperKind;
  page?: number;
  replaces?: string;
}

export interface Someone {
  id: string;
  token: string;
}

/** Households with papers, and the officials who check them. */
export class Desk {
  readonly clock = new TestClock('2026-11-23T02:00:00Z');
  app!: NestFastifyApplication;
  readonly db: DataSource;
  private readonly known = new Map<string, Authenticated>();

  constructor(db: DataSource) {
    this.db = db;
  }

  static async open({ db, url }: { db: DataSource; url: string }, env: Record<string, string> = {}): Promise<Desk> {
    testEnv({ DATABASE_URL: url, ...env });
    subscribe(nobody);
    const desk = new Desk(db);
    desk.app = await testWeb({ imports: [PapersModule], clock: desk.clock });
    vi.spyOn(desk.app.get(Authenticator, { strict: false }), 'authenticate').mockImplementation(
      async (token) => desk.known.get(token) ?? null,
    );
    return desk;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  someone(kind: 'person' | 'official', grants: Grant[]): Someone {
    const id = randomUUID();
    const token = `token-${id}`;
    this.known.set(token, { kind, id, grants, sessionId: null });
    return { id, token };
  }

  /** A household of a commune (07330: Phúc Hòa in Bắc Ninh, 24), and who heads it. */
  async household(commune = '07330', province = '24'): Promise<{ producer: string; head: Someone }> {
    const producer = randomUUID();
    await rows(
      this.db,
      `insert into identity.producer (id, kind, name, commune, province, folded, entered_how, created_at)
       values ($1, 'household', 'Hộ bà Tư', $2, $3, 'ho ba tu', 'self', $4)`,
      [producer, commune, province, this.clock.now()],
    );
    return { producer, head: this.someone('person', [{ role: 'producer', producer }]) };
  }

  async ask(
    who: Someone | undefined,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object | Buffer,
    type?: string,
  ) {
    const answer = await this.app.inject({
      method,
      url,
      headers: {
        ...(who ? { authorization: `Bearer ${who.token}` } : {}),
        ...(type ? { 'content-type': type } : {}),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    const json = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      bytes: answer.rawPayload,
      body: json ? answer.json() : undefined,
    };
  }

  put(
    who: Someone,
    producer: string,
    bytes: Buffer,
    { id = randomUUID(), kind = 'food-safety-certificate', page = 1, replaces = '' }: Sending = {},
  ) {
    const address = `/producers/${producer}/papers/${id}?kind=${kind}&page=${page}${replaces && `&replaces=${replaces}`}`;
    return this.ask(who, 'PUT', address, bytes, 'image/jpeg');
  }

  /** A paper that was handed in, and what it is called. */
  async paper(
    who: Someone,
    producer: string,
    kind: PaperKind = 'food-safety-certificate',
    replaces = '',
  ): Promise<string> {
    const { status, body } = await this.put(
      who,
      producer,
      await photograph({ shade: Math.floor(Math.random() * 200) }),
      {
        kind,
        replaces,
      },
    );
    if (status !== 200) throw new Error(`not taken: ${JSON.stringify(body)}`);
    return body.id as string;
  }

  decide(who: Someone, id: string, expiresOn?: string) {
    const facts = expiresOn ? { expiresOn } : {};
    return this.ask(who, 'POST', `/papers/${id}/decision`, { result: 'verified', facts });
  }

  /** A fact that another context stated, heard by one listener. */
  async hear<T extends EventType>(
    listener: { handle(events: never[], tx: never): Promise<void> },
    type: T,
    subject: string,
    data: EventData<T>,
  ): Promise<void> {
    await inTx(this.db, async (tx) => {
      await record(tx, system('test'), type, subject, data);
      const event = {
        id: randomUUID(),
        type,
        version: 1,
        subject,
        actor: { kind: 'system', id: null },
        at: this.clock.now(),
        data,
      };
      await listener.handle([event] as never[], tx as never);
    });
  }

  stated(subject: string) {
    return rows<{ type: string; data: Record<string, unknown> }>(
      this.db,
      'select type, data from platform.event where subject = $1 order by id',
      [subject],
    );
  }

  looks(who: Someone) {
    return rows<{ subject: string; purpose: string }>(
      this.db,
      'select subject, purpose from platform.looked where actor_id = $1 order by at, subject',
      [who.id],
    );
  }
}

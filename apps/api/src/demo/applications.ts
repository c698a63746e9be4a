import { createHash } from 'node:crypto';
import type { ApplicationStatus, Answer, ProducerKind } from '@chophien/contracts';
import { plainAscii } from '@chophien/kernel';
import type { INestApplicationContext, Type } from '@nestjs/common';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import {
  ApproveApplication,
  AttestRequirement,
  HandIn,
  Onboarding,
  ProveIdentity,
  ReturnApplication,
  SetPayout,
  SetTaxCode,
  SuspendProducer,
  VerifyRequirement,
} from '../onboarding/index.ts';
import { Papers } from '../papers/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { DemoProducer } from './data.ts';
import { acting, demoId } from './acting.ts';

export type Applying = Omit<DemoProducer, 'listings'>;

/**
 * Takes applications of the demonstration through the same acts as people's own doing. What went further meanwhile stays as
 * it is, so each step can be taken again after it was cut off.
 */
export class DemoApplications {
  private readonly db: DataSource;

  constructor(private readonly app: INestApplicationContext) {
    this.db = app.get(DataSource);
  }

  /** Where it stands; undefined before it was begun. */
  async status({ name }: Pick<Applying, 'name'>): Promise<ApplicationStatus | undefined> {
    const id = demoId(name);
    return (await this.get(Onboarding).standing(this.db, [id])).get(id)?.status;
  }

  /** Begins it, with its first answers. */
  async begin(producer: Applying, person: { id: string; phone: string }, crops: readonly string[]): Promise<void> {
    const { name, kind, commune, subArea } = producer;
    const id = demoId(name);
    const head = producer.person.name;
    await inTx(this.db, async (tx) => {
      const actor = acting('person', person.id, [{ role: headOf(kind), producer: id }]);
      const onboarding = this.get(Onboarding);
      const owner = { owner: person.id, phones: [person.phone], how: 'self' as const };
      await onboarding.start(tx, actor, { id, kind, name, commune, subArea, head, ...owner });
      await onboarding.answer(tx, actor, id, [this.said('crops', [...crops])]);
    });
  }

  /** Answers the rest, agrees, says who the head is and what it needs for its goods, and hands it in. */
  async handIn(producer: Applying, person: string): Promise<void> {
    if ((await this.status(producer)) !== 'draft') return;
    const id = demoId(producer.name);
    const actor = acting('person', person, [{ role: headOf(producer.kind), producer: id }]);
    const texts = await this.get(Onboarding).texts(this.app.get(Clock).now());
    await inTx(this.db, async (tx) => {
      const onboarding = this.get(Onboarding);
      await onboarding.answer(tx, actor, id, [
        this.said('address', producer.address),
        this.said('story', `${producer.name} bán hàng nhà làm ra, có gì bán nấy. Đây là gian hàng mẫu.`),
      ]);
      for (const { purpose, version, required } of texts) {
        if (required) await onboarding.consent(tx, actor, id, { purpose, version, how: 'own-hand' });
      }
    });
    await this.get(ProveIdentity).run(actor, id, {
      fullName: producer.person.name.replace(' (mẫu)', ' Mẫu'),
      citizenNumber: madeUpNumber(producer.name),
      birthDate: '1975-01-01',
      papers: [],
    });
    if (producer.kind === 'cooperative') await this.registered(actor, producer);
    const food = { id, requirement: 'food-safety' };
    await this.get(AttestRequirement).run(actor, food, {
      basis: 'commitment',
      reason: 'Đã ký bản cam kết tại xã (mẫu)',
    });
    await this.account(actor, producer);
    await this.get(HandIn).run(actor, id);
  }

  /** The officer checks what was handed in, and approves: it may sell. */
  async approve(producer: Applying, officer: Actor): Promise<void> {
    const status = await this.status(producer);
    if (status !== 'submitted' && status !== 'in-review') return;
    const id = demoId(producer.name);
    const checked = ['identity', 'food-safety', ...(producer.kind === 'cooperative' ? ['business-registration'] : [])];
    for (const requirement of checked) {
      await this.get(VerifyRequirement).run(officer, { id, requirement }, { result: 'verified' });
    }
    await this.get(ApproveApplication).run(officer, id);
  }

  async sendBack(producer: Applying, officer: Actor): Promise<void> {
    if ((await this.status(producer)) !== 'submitted') return;
    await this.get(ReturnApplication).run(officer, demoId(producer.name), [
      { item: 'address', reason: 'Ghi thêm số nhà hoặc tên xóm để người giao hàng tìm được.' },
      { item: 'food-safety', reason: 'Bản cam kết chưa có chữ ký của chủ hộ. Mời ra xã ký lại.' },
    ]);
  }

  async suspend(producer: Applying, officer: Actor): Promise<void> {
    if ((await this.status(producer)) !== 'active') return;
    const reason = 'Trứng không rõ ngày nhặt; tạm ngừng theo yêu cầu kiểm tra (mẫu)';
    await this.get(SuspendProducer).run(officer, demoId(producer.name), { reason, order: '00/YC-MẪU' });
  }

  /** Where buyers' transfers go, so that the demonstration can be paid by VietQR. */
  private async account(actor: Actor, { name, person }: Applying): Promise<void> {
    const holder = plainAscii(person.name.replace(' (mẫu)', ' mẫu'), 60).toUpperCase();
    await this.get(SetPayout).run(actor, demoId(name), {
      bank: '970436',
      number: madeUpNumber(name).slice(-10),
      holder,
    });
  }

  /** A cooperative's registration, as a picture of a paper, and its tax code. */
  private async registered(actor: Actor, { name, commune }: Applying): Promise<void> {
    const producer = demoId(name);
    const id = demoId(`registration ${name}`);
    const known = await this.get(Papers).of(this.db, producer);
    if (!known.some((paper) => paper.id === id)) {
      const bytes = await blankForm();
      await this.get(Papers).accept(actor, { id, producer, commune, kind: 'business-registration', page: 1, bytes });
    }
    const attested = { basis: 'certificate', paper: id } as const;
    await this.get(AttestRequirement).run(actor, { id: producer, requirement: 'business-registration' }, attested);
    await this.get(SetTaxCode).run(actor, producer, madeUpTaxCode);
  }

  private said(item: z.infer<typeof Answer>['item'], value: string | string[]): z.infer<typeof Answer> {
    return { item, value, at: this.app.get(Clock).now().toISOString() };
  }

  private get<T>(act: Type<T>): T {
    return this.app.get(act, { strict: false });
  }
}

const headOf = (kind: ProducerKind) => (kind === 'household' ? 'producer' : 'cooperative-manager');

/** No province has the code 000: nobody's number begins so. */
const madeUpNumber = (name: string): string => {
  const digits = BigInt(`0x${createHash('sha256').update(name).digest('hex').slice(0, 16)}`) % 1_000_000_000n;
  return `000${String(digits).padStart(9, '0')}`;
};

/** Its check digit is right, and it belongs to nobody. */
const madeUpTaxCode = '9999999997';

/** A sheet with lines on it, and nothing to read. */
export const blankForm = (): Promise<Buffer> => {
  const lines = Array.from({ length: 16 }, (_, place) => {
    const wide = place % 5 === 4 ? 360 : 640;
    return `<rect x="80" y="${180 + place * 46}" width="${wide}" height="10" fill="#c9c4b8"/>`;
  }).join('');
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1100"><rect width="800" height="1100" fill="#fdfbf4"/><rect x="260" y="80" width="280" height="26" fill="#8f8a7c"/>${lines}<circle cx="600" cy="980" r="56" fill="none" stroke="#b5483f" stroke-width="8"/></svg>`;
  return sharp(Buffer.from(sheet)).jpeg({ quality: 82 }).toBuffer();
};

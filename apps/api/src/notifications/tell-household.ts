import { Injectable } from '@nestjs/common';
import { Households, Identity } from '../identity/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { GatherActs } from './gather-acts.ts';
import { phoneMark, readersOf } from './household-readers.ts';
import {
  claimRefused,
  delegationEnded,
  delegationGiven,
  delegationReceived,
  memberJoined,
  memberLeft,
  supplyReceived,
  supplyUndone,
  takenOver,
  takenOverElsewhere,
} from './household.rules.ts';
import type { Words } from './message.rules.ts';
import { type Draft, type Reader, writeMessages } from './write-messages.ts';

type Heard =
  | 'delegation.given'
  | 'delegation.ended'
  | 'delegate.acted'
  | 'member.joined'
  | 'member.left'
  | 'producer.taken-over'
  | 'claim.refused'
  | 'supply.received'
  | 'supply.undone';

/** Tells a household who may act for it, who did what, who belongs to it, and what its cooperative took in: its people or, while none signed in, its phones. */
@Injectable()
export class TellHousehold implements Listener<Heard> {
  constructor(
    private readonly identity: Identity,
    private readonly households: Households,
    private readonly gather: GatherActs,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const drafts: Draft[] = [];
    for (const event of events) {
      const told = await this.told(tx, event);
      drafts.push(...told.map(({ to, words }) => ({ ...words, event, to })));
    }
    await writeMessages(tx, drafts, this.clock.now());
    await this.gather.run(
      tx,
      events.filter((event) => event.type === 'delegate.acted'),
    );
  }

  private async told(tx: Tx, event: EventOf<Heard>): Promise<Told[]> {
    switch (event.type) {
      case 'delegation.given':
      case 'delegation.ended':
        return this.ofDelegation(event);
      case 'member.joined':
      case 'member.left':
        return this.ofMember(tx, event);
      case 'producer.taken-over':
        return this.ofTakingOver(tx, event);
      case 'claim.refused': {
        const { producer, commune } = event.data;
        const words = claimRefused(await this.nameOf(tx, producer));
        return (await this.identity.officersOf(commune)).map(({ person }) => ({ to: { person }, words }));
      }
      case 'supply.received':
      case 'supply.undone':
        return this.ofSupply(tx, event);
      case 'delegate.acted':
        return []; // gathered by day
    }
  }

  private async ofDelegation({ type, data }: EventOf<'delegation.given' | 'delegation.ended'>): Promise<Told[]> {
    const delegation = await this.households.delegation(data.delegation);
    if (!delegation) return [];
    const { person, cooperative, sentence } = delegation;
    const givers = await readersOf(this.identity, this.households, data.producer);
    const receivers = person
      ? [{ person }]
      : (await this.identity.ownersOf(cooperative ?? '')).map((owner) => ({ person: owner.person }));
    const given = type === 'delegation.given';
    const toGiver = given
      ? delegationGiven(data.producer, delegation)
      : delegationEnded(sentence, `/ban-hang/uy-quyen?ho=${data.producer}`);
    const toReceiver = given ? delegationReceived(delegation) : delegationEnded(sentence, '/tai-khoan/lam-thay');
    return [...givers.map((to) => ({ to, words: toGiver })), ...receivers.map((to) => ({ to, words: toReceiver }))];
  }

  /** Everybody who belongs is told of everybody else; who was taken in or put out too. */
  private async ofMember(tx: Tx, { type, data }: EventOf<'member.joined' | 'member.left'>): Promise<Told[]> {
    const { producer, person, household } = data;
    const say = type === 'member.joined' ? memberJoined : memberLeft;
    const name = household
      ? await this.nameOf(tx, household)
      : ((await this.identity.contact(tx, person ?? ''))?.name ?? 'Một người');
    const link = household ? `/hop-tac-xa/${producer}` : `/ban-hang/ho/thanh-vien?ho=${producer}`;
    const words = say(name, await this.nameOf(tx, producer), link);
    const people = await this.identity.ownersOfAll(household ? [producer, household] : [producer]);
    const told = new Set([...people.values()].flat().map((one) => one.person));
    if (person) told.add(person);
    return [...told].map((one) => ({
      to: { person: one },
      words: one === person ? { ...words, link: '/ban-hang' } : words,
    }));
  }

  /** The household that brought it; the cooperative's own people noted it themselves. */
  private async ofSupply(tx: Tx, event: EventOf<'supply.received' | 'supply.undone'>): Promise<Told[]> {
    const { producer, supplier } = event.data;
    const cooperative = await this.nameOf(tx, producer);
    const words =
      event.type === 'supply.received'
        ? supplyReceived(cooperative, event.data)
        : supplyUndone(cooperative, event.data);
    return (await readersOf(this.identity, this.households, supplier)).map((to) => ({ to, words }));
  }

  private async ofTakingOver(tx: Tx, { data }: EventOf<'producer.taken-over'>): Promise<Told[]> {
    const { producer, person } = data;
    const name = await this.nameOf(tx, producer);
    const [mine, phones] = await Promise.all([this.identity.contact(tx, person), this.identity.phonesOf(tx, producer)]);
    return [
      { to: { person }, words: takenOver(name, producer) },
      ...phones
        .filter((phone) => phone !== mine?.phone)
        .map((phone) => ({ to: { producer, phone: phoneMark(phone) }, words: takenOverElsewhere(name) })),
    ];
  }

  private async nameOf(tx: Tx, producer: string): Promise<string> {
    return (await this.identity.producer(tx, producer))?.name ?? 'Gian hàng';
  }
}

interface Told {
  to: Reader;
  words: Words;
}

import type { ProducerKind, StorageClass } from '@chophien/contracts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';

/** States that a listing is shown from now on, with what it says at this moment. */
export const statePublished = async (tx: Tx, actor: Actor, offer: string): Promise<void> => {
  const [said] = await rows<Published>(tx, published, [offer]);
  if (said) await record(tx, actor, 'listing.published', offer, said);
};

interface Published {
  producer: string;
  producerName: string;
  producerKind: ProducerKind;
  commune: string;
  province: string;
  subArea: string | null;
  name: string;
  commodity: string;
  category: string;
  storage: StorageClass;
  unit: string;
  price: number;
  selfProduced: boolean;
}

const published = `select offer.producer, producer.name as "producerName", offer.producer_kind as "producerKind",
    offer.commune, offer.province, offer.sub_area as "subArea", offer.name, offer.commodity, offer.category, offer.storage,
    offer.unit, offer.price, product.origin = 'self_produced' as "selfProduced"
  from catalogue.offer offer join catalogue.product product on product.id = offer.product
  join catalogue.producer producer on producer.id = offer.producer
  where offer.id = $1`;

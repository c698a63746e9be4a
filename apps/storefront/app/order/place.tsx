import { randomUUID } from 'node:crypto';
import {
  getBasket,
  listPaymentWays,
  PaymentMethod,
  PlaceOrder,
  type Problem,
  placeOrder,
  quoteOrder,
} from '@chophien/contracts';
import { check, text, texts, type Visitor, visitor, goTo } from '@chophien/site';
import { type FieldSentences, sentence } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/place';
import { basketKey } from './basket-key.ts';
import { deliveryOr } from './delivery.ts';
import { PlacePage } from './place-page.tsx';

/** What would be ordered now, and what it would cost; asked anew each time the page is shown. */
const quoteNow = async (who: Visitor) => {
  const { deliverTo, communeName } = deliveryOr(who);
  const basket = await who.read(getBasket, { params: { key: basketKey(who.cookie('gio')).value } });
  const lines = basket.parcels.flatMap((parcel) => parcel.lines.map(({ offer, quantity }) => ({ offer, quantity })));
  const troubled = basket.gone.length > 0 || basket.parcels.some((parcel) => parcel.lines.some((line) => line.trouble));
  if (lines.length === 0 || troubled) return goTo('/gio-hang');
  try {
    const quote = await who.call(quoteOrder, { body: { lines, commune: deliverTo.commune } });
    const producers = [...new Set(quote.parcels.map(({ producer }) => producer.id))].join(',');
    const { items: ways } = await who.call(listPaymentWays, { query: { producers } });
    return { quote, ways, refused: undefined, lines, deliverTo, communeName };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { quote: undefined, ways: [], refused: sentence(error), lines, deliverTo, communeName };
  }
};

const isRefusal = (error: unknown): error is Problem =>
  error instanceof Error && error.name === 'Problem' && (error as Problem).status < 500;

/** The order's number is made before it is sent: pressing twice on a bad line orders once. */
export const loader = async ({ context }: Route.LoaderArgs) => ({
  id: randomUUID() as string,
  ...(await quoteNow(context.get(visitor))),
});

const sentences: FieldSentences = { payment: 'Chọn cách trả tiền.' };

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const { deliverTo } = deliveryOr(who);
      const payment = PaymentMethod.safeParse(text(form, 'payment'));
      const order = check(PlaceOrder, {
        id: text(form, 'id'),
        lines: texts(form, 'line').map((line) => {
          const [offer, quantity] = line.split(':');
          return { offer, quantity: Number(quantity) };
        }),
        deliverTo,
        payment: payment.data ?? '',
        total: Number(text(form, 'total')),
        basket: who.cookie('gio') ? basketKey(who.cookie('gio')).value : undefined,
      });
      const { code, key } = await who.call(placeOrder, { body: order });
      const page = order.payment === 'cod' ? '/don-hang/' : '/thanh-toan/';
      return redirect(`${page}${code}?khoa=${key}${order.payment === 'cod' ? '&moi=1' : ''}`);
    },
    sentences,
  );
}

export default function Place({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PlacePage {...loaderData} refusal={actionData} />
      <Enhance />
    </>
  );
}

import { journeyPage } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { reading, unsent, visitor } from '@chophien/site';
import { Note, Page, Picture, type Step, Steps, TemperatureStrip, temperatureVerdict, when } from '@chophien/ui';
import { renderSVG } from 'uqr';
import { commodities } from '../reference.ts';
import type { Route } from './+types/journey';

export const headers = reading;

/** The code of this very address as a drawing: made on the server, printed on the parcel. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { read, env } = context.get(visitor);
  const [page, crops] = await Promise.all([read(journeyPage, { params: { code: params.code } }), commodities(read)]);
  const goods = page.goods.map((item) => ({
    ...item,
    commodity: crops.find(({ id }) => id === item.commodity)?.name ?? item.commodity,
  }));
  const address = `${env.origin}/truy-xuat/${page.code}`;
  return unsent({ ...page, goods, address, drawing: renderSVG(address, { border: 2, pixelSize: 4 }) });
}

const words = {
  harvested: 'Thu hoạch',
  packed: 'Đóng gói',
  dispatched: 'Lên đường',
  delivered: 'Đã giao',
  held: 'Giữ lại để kiểm tra nhiệt độ',
  released: 'Kiểm tra xong, cho đi tiếp',
  returned: 'Không giao được, trả về',
} as const;

export default function Journey({ loaderData }: Route.ComponentProps) {
  const { code, producer, goods, steps, held, temperature, address, drawing } = loaderData;
  const shown: Step[] = steps.map(({ step, at, place }) => ({
    word: words[step],
    detail: `${when(at)}${place ? `, ${place}` : ''}`,
    state: step === 'held' || step === 'returned' ? 'stop' : 'done',
  }));
  const verdict = temperature && temperatureVerdict(temperature);
  return (
    <Page title={`Nguồn gốc kiện ${code}`} narrow hidden>
      <h1>Nguồn gốc kiện hàng</h1>
      <p>
        Của <b>{producer.name}</b>, {producer.commune}, {producer.province}.
      </p>
      {held && (
        <Note tone="warn">
          <b>Kiện này đang được giữ lại.</b> Nhiệt độ đã vượt mức cho phép; cán bộ phải xem hàng trước khi giao tiếp.
        </Note>
      )}
      <section className="panel grid gap-3">
        <h2>Trong kiện</h2>
        <ul className="grid gap-3">
          {goods.map((item) => (
            <li key={`${item.lot} ${item.name}`} className="grid grid-cols-[6rem_1fr] gap-3 items-start">
              <div className="rounded-lg overflow-clip">
                <Picture picture={item.picture} alt={item.name} sizes="6rem" />
              </div>
              <div>
                <b>{item.name}</b>
                <br />
                {item.commodity}, thu hoạch {formatDay(item.harvestedOn)}
                <br />
                <span className="field-hint">Lô {item.lot}</span>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel grid gap-3">
        <h2>Đường đi</h2>
        <Steps steps={shown} label="Đường đi của kiện hàng" />
      </section>
      {temperature && verdict && (
        <section className="panel grid gap-3">
          <h2>Nhiệt độ trên đường</h2>
          <Note tone={verdict.good ? 'good' : 'warn'}>{verdict.words}</Note>
          <TemperatureStrip summary={temperature} />
        </section>
      )}
      <figure className="panel grid justify-items-center gap-2">
        <div
          className="w-44"
          role="img"
          aria-label={`Mã QR của trang ${address}`}
          // The drawing is made by our own server from our own address: nothing in it was typed by anybody.
          dangerouslySetInnerHTML={{ __html: drawing }}
        />
        <figcaption className="text-center">
          Mã kiện <b>{code}</b>
          <br />
          <span className="field-hint break-all">{address}</span>
        </figcaption>
      </figure>
    </Page>
  );
}

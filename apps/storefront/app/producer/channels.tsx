import { randomUUID } from 'node:crypto';
import { exportListings, listChannels, listExports, producerHome } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { ErrorSummary, Form, Hidden, Note, Page, Submit, Table, when, whenDay } from '@chophien/ui';
import { redirect } from 'react-router';
import { renderSVG } from 'uqr';
import { attempt } from '../attempt.ts';
import { Share } from '../share.tsx';
import type { Route } from './+types/channels';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read, env } = context.get(visitor);
  const [{ items: channels }, { items: exports }, home] = await Promise.all([
    read(listChannels),
    read(listExports),
    read(producerHome),
  ]);
  const producer = home.producers[0];
  const address = producer && `${env.origin}/nha-vuon/${producer.id}`;
  return {
    channels,
    exports,
    producer,
    address,
    drawing: address && renderSVG(address, { border: 2, pixelSize: 4 }),
    ids: Object.fromEntries(channels.map((channel) => [channel.id, randomUUID() as string])),
    done: new URL(request.url).searchParams.has('xong'),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => {
    const params = check(exportListings.params!, { id: text(form, 'channel') });
    const body = check(exportListings.body!, { id: text(form, 'id'), producer: text(form, 'producer') });
    await call(exportListings, { params, body });
    return redirect('/ban-hang/kenh?xong=1#tep');
  });
}

const said = (statement: { value: boolean | null; since: string; source: string }): string => {
  const answer = statement.value === null ? 'chưa rõ' : statement.value ? 'có' : 'không';
  return `${answer} (${statement.source}, ${whenDay(`${statement.since}T00:00:00Z`)})`;
};

const download = ({ id }: { id: string }) => <a href={`/ban-hang/kenh/tep/${id}`}>Tải</a>;

export default function Channels({ loaderData, actionData }: Route.ComponentProps) {
  const { channels, exports, producer, address, drawing, ids, done } = loaderData;
  return (
    <Page title="Gian hàng và sàn khác" narrow hidden refused={Boolean(actionData)}>
      <h1>Gian hàng của tôi</h1>
      <ErrorSummary refusal={actionData} />
      {producer && address && drawing && (
        <section className="panel grid justify-items-center gap-3 text-center">
          <h2>{producer.name}</h2>
          <div
            className="w-52"
            role="img"
            aria-label={`Mã QR của gian hàng ${producer.name}`}
            // The drawing is made by our own server from our own address: nothing in it was typed by anybody.
            dangerouslySetInnerHTML={{ __html: drawing }}
          />
          <p className="field-hint break-all">{address}</p>
          <p className="flex flex-wrap justify-center gap-2 no-print">
            <a className="button" href={`/nha-vuon/${producer.id}`}>
              Xem gian hàng
            </a>
            <a className="button" href={`/nha-vuon/${producer.id}/bien`}>
              Biển để in, để treo
            </a>
            <Share title={producer.name} />
          </p>
        </section>
      )}
      <section className="grid gap-3 no-print">
        <h2>Đưa hàng lên sàn khác</h2>
        <p>Tải tệp danh sách hàng đang bán, rồi nộp tệp đó ở trang của sàn.</p>
        {channels
          .filter((channel) => channel.connector === 'file' && channel.state === 'operating')
          .map((channel) => (
            <div key={channel.id} className="panel grid gap-2">
              <h3>{channel.name}</h3>
              <p className="field-hint">
                {channel.operator}. Sàn uy tín: {said(channel.reputable)}. Sàn Việt Nam: {said(channel.vietnamese)}.
              </p>
              {producer && (
                <Form>
                  <Hidden name="channel" value={channel.id} />
                  <Hidden name="producer" value={producer.id} />
                  <Hidden name="id" value={ids[channel.id] ?? ''} />
                  <Submit kind="plain">Tạo tệp cho {channel.name}</Submit>
                </Form>
              )}
            </div>
          ))}
      </section>
      <section id="tep" className="grid gap-3 no-print">
        {done && !actionData && <Note tone="good">Đã tạo tệp. Bấm “Tải” ở dòng đầu.</Note>}
        {exports.length > 0 && (
          <div className="panel">
            <Table
              caption="Tệp đã tạo, mới nhất trước"
              rows={exports}
              idOf={(file) => file.id}
              columns={[
                { head: 'Tệp', cell: download },
                { head: 'Lúc', cell: ({ createdAt }) => when(createdAt) },
                { head: 'Sàn', cell: ({ channel }) => channels.find(({ id }) => id === channel)?.name ?? channel },
                { head: 'Số món', number: true, cell: ({ listings }) => listings },
              ]}
            />
          </div>
        )}
      </section>
    </Page>
  );
}

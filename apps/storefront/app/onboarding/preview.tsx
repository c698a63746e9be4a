import { type ApplicationDetail, listMyListings, Problem } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { Badge, Empty, ListingCards, Note, Page, producerKinds } from '@chophien/ui';
import { commodities } from '../reference.ts';
import type { Route } from './+types/preview';
import { openApplication } from './opened.ts';
import { applicationPath } from './paths.ts';
import { answerTo, choicesFor } from './questions.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, read } = context.get(visitor);
  const [application, crops, listings] = await Promise.all([
    openApplication({ context, params }),
    commodities(read),
    // Before it was approved nobody may have a listing: then there are none.
    call(listMyListings, { query: { page: 1 } }).catch((error: unknown) => {
      if (error instanceof Problem) return { items: [] };
      throw error;
    }),
  ]);
  const chosen = choicesFor(application, 'crops');
  return {
    application,
    place: [answerTo(application, 'sub-area'), application.commune.fullName, application.commune.province],
    story: answerTo(application, 'story'),
    crops: crops.filter(({ id }) => chosen.includes(id)).map(({ name }) => name),
    listings: listings.items.filter(({ producer, state }) => producer.id === application.id && state === 'published'),
  };
}

export default function Preview({ loaderData: { application, place, story, crops, listings } }: Route.ComponentProps) {
  const { id, name, kind, status } = application;
  const lacks = missingParts(application, { story, crops, listings: listings.length });
  const sells = status === 'active';
  return (
    <Page title={`Xem trước ${name}`} narrow hidden>
      <p>
        <a className="inline-block py-3" href={applicationPath(id)}>
          ‹ Hồ sơ
        </a>
      </p>
      <Note>
        {sells ? (
          <>
            Gian hàng đang mở.{' '}
            <a className="inline-block py-2" href={`/nha-vuon/${id}`}>
              Xem như người mua
            </a>
          </>
        ) : (
          'Bản xem trước: người mua chưa thấy. Gian hàng mở khi xã duyệt xong.'
        )}
      </Note>
      <article className="panel grid gap-3">
        <h1>{name}</h1>
        <p className="flex flex-wrap items-center gap-3">
          <Badge tone={sells ? 'good' : 'quiet'}>
            {producerKinds[kind]}
            {sells ? ', đã được xã duyệt' : ''}
          </Badge>
          <span>{place.filter(Boolean).join(', ')}</span>
        </p>
        {story && <p className="whitespace-pre-line">{story}</p>}
        {crops.length > 0 && <p>Có: {crops.join(', ')}.</p>}
        {listings.length > 0 ? (
          <ListingCards listings={listings} lead />
        ) : (
          <Empty title="Chưa có món nào">Món bạn đăng sẽ hiện ở đây, có ảnh và giá.</Empty>
        )}
      </article>
      {lacks.length > 0 && (
        <section className="grid gap-1">
          <h2>Còn thiếu</h2>
          <ul>
            {lacks.map(({ word, path }) => (
              <li key={word}>{path ? <Way path={path}>{word}</Way> : word}</li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

const Way = ({ path, children }: { path: string; children: string }) => (
  <a className="inline-block py-2" href={path}>
    {children}
  </a>
);

/** What buyers would miss on this stall, each with the page where it is added. */
export const missingParts = (
  application: Pick<ApplicationDetail, 'id' | 'status' | 'may' | 'answers'>,
  has: { story: string; crops: readonly string[]; listings: number },
): { word: string; path: string | undefined }[] => {
  const ask = (slug: string) =>
    application.may.includes('prepare') ? applicationPath(application.id, slug) : undefined;
  return [
    ...(has.story ? [] : [{ word: 'Lời giới thiệu về nhà bạn', path: ask('ke-chuyen') }]),
    ...(has.crops.length > 0 ? [] : [{ word: 'Loại hàng định bán', path: ask('hang') }]),
    ...(answerTo(application, 'sub-area') ? [] : [{ word: 'Thôn, bản', path: ask('thon') }]),
    ...(has.listings > 0 ? [] : [{ word: 'Món hàng đầu tiên, có ảnh và giá', path: '/ban-hang/dang-ban' }]),
  ];
};

import { getAttendanceCode, Problem } from '@chophien/contracts';
import { notFound, refusePage, visitor } from '@chophien/site';
import { Crumbs, Note, Page, sentence, when } from '@chophien/ui';
import { qrOf } from '../account/qr.tsx';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/wall';
import { againIn, spokenCode } from './training-words.ts';

/** Before the session has begun the page looks again this often, in seconds. */
const waiting = 60;

/** The code for the wall of the room; the page calls itself up again when the code has changed. */
export async function loader({ context, params }: Route.LoaderArgs) {
  await needs(context, 'training.hold');
  if (!isId(params.id)) return notFound(context);
  const { id: request, call, env } = context.get(visitor);
  try {
    const { code, path, expiresAt } = await call(getAttendanceCode, { params: { id: params.id } });
    const storefront = env.STOREFRONT_URL?.replace(/\/$/, '');
    return {
      id: params.id,
      shown: { code, expiresAt, path, drawing: storefront && qrOf(storefront + path), storefront },
      again: againIn(expiresAt, new Date()),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code !== 'training.too-early' && error.code !== 'training.ended') return refusePage(error, request);
    return { id: params.id, told: sentence(error), again: error.code === 'training.too-early' ? waiting : undefined };
  }
}

export default function Wall({ loaderData: { id, again, shown, told } }: Route.ComponentProps) {
  return (
    <Page title="Mã điểm danh" hidden>
      {again !== undefined && <meta httpEquiv="refresh" content={String(again)} />}
      <Crumbs links={[{ href: `/tap-huan/${id}`, word: 'Buổi học' }]} />
      <h1>Mã điểm danh</h1>
      {told && <Note tone="warn">{told}</Note>}
      {shown && (
        <section className="panel grid justify-items-center gap-3 text-center">
          {shown.drawing && (
            <>
              <p>Quét mã này bằng điện thoại, rồi bấm “Tôi có mặt”.</p>
              <div
                className="w-full max-w-[60vh] bg-white p-2"
                role="img"
                aria-label="Mã QR để điểm danh"
                // The drawing is made of squares by our own server.
                dangerouslySetInnerHTML={{ __html: shown.drawing }}
              />
            </>
          )}
          <p>
            {shown.drawing ? 'Không quét được? Mở ' : 'Trên điện thoại mở Chợ Phiên, mục Tập huấn, hoặc địa chỉ '}
            <b className="break-all">
              {shown.storefront ?? ''}/tap-huan/{id}
            </b>{' '}
            rồi gõ mã:
          </p>
          <p className="whitespace-nowrap text-6xl font-bold tracking-widest">{spokenCode(shown.code)}</p>
          <p className="field-hint">Mã đổi lúc {when(shown.expiresAt)}. Trang này tự hiện mã mới.</p>
        </section>
      )}
      <p>
        <a className="inline-block py-3" href={`/tap-huan/${id}/ma`}>
          Xem lại mã bây giờ
        </a>
      </p>
    </Page>
  );
}

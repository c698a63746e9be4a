import { getAttendanceCode, Problem } from '@chophien/contracts';
import { refusePage, visitor } from '@chophien/site';
import { Crumbs, Note, Page, sentence, when } from '@chophien/ui';
import { renderSVG } from 'uqr';
import type { Route } from './+types/wall';
import { CLASSES } from './paths.ts';
import { spokenCode } from './words.ts';

/** Before the session has begun one looks again this often, in seconds. */
const WAITING = 60;

/** What is told instead of a code while there is none. */
const noCodeYet = new Set(['training.too-early', 'training.ended']);

/** The code for the wall of the room; the page calls itself up again when the code has changed. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { id: request, call, env } = context.get(visitor);
  try {
    const { code, path, expiresAt } = await call(getAttendanceCode, { params });
    const left = Math.ceil((Date.parse(expiresAt) - Date.now()) / 1_000) + 1;
    return {
      id: params.id,
      code,
      expiresAt,
      address: `${env.origin}/tap-huan/${params.id}`,
      drawing: renderSVG(env.origin + path, { border: 2, pixelSize: 4 }),
      again: Math.min(600, Math.max(3, left)),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (!noCodeYet.has(error.code)) return refusePage(error, request);
    const told = sentence(error);
    return { id: params.id, told, again: error.code === 'training.too-early' ? WAITING : undefined };
  }
}

export default function Wall({ loaderData }: Route.ComponentProps) {
  const { id, again } = loaderData;
  return (
    <Page title="Mã điểm danh" hidden>
      {again !== undefined && <meta httpEquiv="refresh" content={String(again)} />}
      <Crumbs links={[{ href: `${CLASSES}/${id}`, word: 'Buổi học' }]} />
      <h1>Mã điểm danh</h1>
      {'told' in loaderData ? (
        <Note tone="warn">{loaderData.told}</Note>
      ) : (
        <section className="panel grid justify-items-center gap-3 text-center">
          <p>Quét mã này bằng điện thoại, rồi bấm “Tôi có mặt”.</p>
          <div
            className="w-full max-w-[70vh]"
            role="img"
            aria-label="Mã QR để điểm danh"
            // The drawing is made by our own server from our own address: nothing in it was typed by anybody.
            dangerouslySetInnerHTML={{ __html: loaderData.drawing }}
          />
          <p>
            Không quét được? Mở <b className="break-all">{loaderData.address}</b> hoặc mục Tập huấn trên Chợ Phiên, rồi
            gõ mã:
          </p>
          <p className="text-6xl font-bold tracking-widest whitespace-nowrap">{spokenCode(loaderData.code)}</p>
          <p className="field-hint">Mã đổi lúc {when(loaderData.expiresAt)}. Trang này tự hiện mã mới.</p>
        </section>
      )}
      <p>
        <a className="inline-block py-3" href={`${CLASSES}/${id}/ma`}>
          Xem lại mã bây giờ
        </a>
      </p>
    </Page>
  );
}

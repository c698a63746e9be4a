import { getAttendanceCode, Problem } from '@chophien/contracts';
import { refusePage, visitor } from '@chophien/site';
import { Crumbs, Note, Page, sentence, when } from '@chophien/ui';
import { data } from 'react-router';
import { renderSVG } from 'uqr';
import type { Route } from './+types/wall';
import { CLASSES } from './paths.ts';
import { spokenCode } from './words.ts';

/** Before the session has begun one looks again this often, in seconds. */
const WAITING = 60;

/** What is told instead of a code while there is none. */
const noCodeYet = new Set(['training.too-early', 'training.ended']);

/** Asks the browser to call the page up again after so many seconds, with no script; nobody types anything here that would be lost. */
const callAgain = (seconds: number | undefined): ResponseInit =>
  seconds === undefined ? {} : { headers: { refresh: String(seconds) } };

export const headers = ({ loaderHeaders }: Route.HeadersArgs) => loaderHeaders;

/** The code for the wall of the room; the page calls itself up again when the code has changed. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { id: request, call, env } = context.get(visitor);
  try {
    const { code, path, expiresAt } = await call(getAttendanceCode, { params });
    const left = Math.ceil((Date.parse(expiresAt) - Date.now()) / 1_000) + 1;
    const shown = {
      id: params.id,
      code,
      expiresAt,
      address: `${env.origin}/tap-huan`,
      drawing: renderSVG(env.origin + path, { border: 2, pixelSize: 4 }),
    };
    return data(shown, callAgain(Math.min(600, Math.max(3, left))));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (!noCodeYet.has(error.code)) return refusePage(error, request);
    const told = { id: params.id, told: sentence(error) };
    return data(told, callAgain(error.code === 'training.too-early' ? WAITING : undefined));
  }
}

export default function Wall({ loaderData }: Route.ComponentProps) {
  const { id } = loaderData;
  return (
    <Page title="Mã điểm danh" hidden>
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
            Không quét được? Mở <b className="break-all">{loaderData.address}</b>, chọn buổi học này, rồi gõ mã:
          </p>
          <p className="text-4xl font-bold tracking-widest whitespace-nowrap sm:text-6xl lg:text-8xl">
            {spokenCode(loaderData.code)}
          </p>
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

import { getSign } from '@chophien/contracts';
import { notFound, reading, visitor } from '@chophien/site';
import { Crumbs, Page } from '@chophien/ui';
import { renderSVG } from 'uqr';
import type { Route } from './+types/sign';
import { stallPath } from './paths.ts';

export const headers = reading;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const slug = params.slug.toLowerCase();
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) return notFound(context);
  const sign = await read(getSign, { params: { slug } });
  return { sign, drawing: renderSVG(sign.address, { ecc: 'M', border: 4, pixelSize: 4 }) };
}

/** The stall's sign: printed from here, or taken along as a picture to a print shop. For anybody: all of it is public. */
export default function Sign({ loaderData: { sign, drawing } }: Route.ComponentProps) {
  return (
    <Page title={`Biển gian hàng ${sign.name}`} narrow hidden>
      <Crumbs links={[{ href: stallPath(sign), word: sign.name }]} />
      <h1 className="no-print">Biển gian hàng</h1>
      <p className="no-print">
        Treo ở gian hàng, ở cổng, trên thùng hàng: khách quét mã là vào xem hàng và đặt mua. In trang này bằng máy in,
        hoặc tải ảnh rồi đưa ra tiệm in.
      </p>
      <p className="no-print flex flex-wrap gap-3">
        <a className="button button-main" href={sign.a5.path} download={`bien-${sign.slug}-a5.png`}>
          Tải ảnh khổ A5
        </a>
        <a className="button" href={sign.a4.path} download={`bien-${sign.slug}-a4.png`}>
          Tải ảnh khổ A4
        </a>
      </p>
      <figure className="sign">
        <figcaption className="grid gap-1">
          <span className="sign-brand">Chợ Phiên</span>
          <strong className="sign-name">{sign.name}</strong>
          <span>{sign.place}</span>
        </figcaption>
        <div
          className="sign-code"
          role="img"
          aria-label={`Mã QR dẫn tới gian hàng ${sign.name}`}
          // The drawing is made by our own server from our own address: nothing in it was typed by anybody.
          dangerouslySetInnerHTML={{ __html: drawing }}
        />
        <p className="sign-hint">Quét mã bằng Zalo hoặc máy ảnh để xem hàng và đặt mua</p>
        <small className="break-all">{sign.address.replace(/^https?:\/\//, '')}</small>
      </figure>
    </Page>
  );
}

import { renderSVG } from 'uqr';

/** A text as a drawing that a telephone reads; made on the server. */
export const qrOf = (text: string): string => renderSVG(text, { border: 2, pixelSize: 4 });

/** The authenticator to be set up: as a drawing, and as letters to type for whoever has no camera at hand. */
export const AuthenticatorPicture = ({
  drawing,
  otpauth,
  secret,
}: {
  drawing: string;
  otpauth: string;
  secret: string;
}) => (
  <div className="grid gap-2">
    <div
      className="max-w-56 bg-white p-2"
      role="img"
      aria-label="Mã QR để thêm vào ứng dụng xác thực"
      // The drawing is made of squares by our own server.
      dangerouslySetInnerHTML={{ __html: drawing }}
    />
    <p>
      <a className="inline-block py-2" href={otpauth}>
        Ứng dụng ở chính máy này? Bấm để mở
      </a>
    </p>
    <details>
      <summary className="chip">Không quét được? Gõ mã này vào ứng dụng</summary>
      <code className="mt-2 block break-all" data-secret="">
        {secret.replace(/(.{4})(?=.)/g, '$1 ')}
      </code>
    </details>
  </div>
);

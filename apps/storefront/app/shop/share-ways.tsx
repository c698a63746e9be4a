import { Icon } from '@chophien/ui';

interface Props {
  title: string;
  /** The page's whole address. */
  address: string;
  /** A picture of it with a code to scan, to send on as it is. */
  picture?: string;
}

/** Zalo's own page for handing an address on; what its button leads to, without its script. */
const zalo = (address: string): string =>
  `https://button-share.zalo.me/share_external?layout=1&d=${Buffer.from(JSON.stringify({ url: address })).toString('base64url')}&url=${encodeURIComponent(address)}`;
const facebook = (address: string): string =>
  `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}`;

/** Ways to hand a page on. They are links: nobody else's script is on our pages, and nothing is told before one is pressed. */
export const ShareWays = ({ title, address, picture }: Props) => (
  <section className="grid gap-2 content-start" aria-labelledby="chia-se">
    <h2 id="chia-se" className="no-print">
      Gửi cho người khác
    </h2>
    <p className="flex flex-wrap gap-2 no-print">
      <button type="button" className="button" data-share={title} data-address={address} hidden>
        <Icon name="share" />
        Chia sẻ
      </button>
      <a className="button" href={zalo(address)} target="_blank" rel="noopener noreferrer">
        Zalo
      </a>
      <a className="button" href={facebook(address)} target="_blank" rel="noopener noreferrer">
        Facebook
      </a>
      {picture && (
        <a className="button" href={picture} target="_blank" rel="noopener">
          <Icon name="camera" />
          Ảnh có mã quét
        </a>
      )}
      <button type="button" className="button" data-share={title} data-copy="" data-address={address} hidden>
        Chép địa chỉ
      </button>
    </p>
    <p className="field-hint break-all">{address}</p>
  </section>
);

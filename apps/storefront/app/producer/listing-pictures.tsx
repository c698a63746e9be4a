import type { ListingDetail } from '@chophien/contracts';
import { Picture } from '@chophien/ui';

/** The pictures of one's own listing: what of each is seen, and the one to hand on. */
export const ListingPictures = ({ listing }: { listing: Pick<ListingDetail, 'pictures' | 'shareImage'> }) => (
  <section className="panel grid gap-3">
    <h2>Ảnh</h2>
    <ul className="grid grid-cols-3 gap-2">
      {listing.pictures.map((picture, index) => (
        <li key={picture.id}>
          <Picture picture={picture} alt={`Ảnh ${index + 1}`} sizes="7rem" />
          <a className="inline-block py-2" href={`/ban-hang/anh/${picture.id}`}>
            Chỉnh ảnh {index + 1}
          </a>
        </li>
      ))}
    </ul>
    <p>
      <a className="inline-block py-2" href={listing.shareImage.path}>
        Ảnh có giá và mã QR để gửi qua Zalo
      </a>
    </p>
  </section>
);

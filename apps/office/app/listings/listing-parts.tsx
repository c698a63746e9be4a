import type { PictureView } from '@chophien/contracts';
import { formatDay, formatQuantity } from '@chophien/kernel';
import {
  certificateName,
  certificateStates,
  deliveryScopes,
  Picture,
  priceWords,
  processLevels,
  producerKinds,
  StateBadge,
  StorageBadge,
  Table,
  whenDay,
} from '@chophien/ui';
import { answerWords, fieldWords, type Names, origins, partWords, type Review } from './listing-words.ts';

/** Every picture, the first one large. */
export const Pictures = ({ pictures, name }: { pictures: readonly PictureView[]; name: string }) => {
  const [first, ...rest] = pictures;
  return (
    <div className="grid gap-3">
      <div className="rounded-lg overflow-clip">
        <Picture picture={first ?? null} alt={`${name}, ảnh 1`} first sizes="(min-width: 64rem) 40rem, 100vw" />
      </div>
      {rest.length > 0 && (
        <div className="grid grid-cols-3 gap-3">
          {rest.map((picture, place) => (
            <div key={picture.id} className="rounded-lg overflow-clip">
              <Picture picture={picture} alt={`${name}, ảnh ${place + 2}`} sizes="(min-width: 64rem) 13rem, 33vw" />
            </div>
          ))}
        </div>
      )}
    </div>
  );
};

const strong = (words: string) => <b>{words}</b>;

interface Seeking {
  listing: Review['listing'];
  edit: NonNullable<Review['edit']>;
  names: Names;
}

/** What an edit would change: what buyers read now, and what they would read. */
export const Sought = ({ listing, edit, names }: Seeking) => {
  const now: Record<string, unknown> = { ...listing, commodity: listing.commodity.id };
  return (
    <section className="panel">
      <Table
        caption="Hộ muốn sửa; người mua vẫn thấy bản đang hiện"
        columns={[
          { head: 'Mục', cell: ([field]) => fieldWords(field) },
          { head: 'Đang hiện', cell: ([field]) => answerWords(field, now[field], names) },
          { head: 'Muốn đổi thành', cell: ([field, value]) => strong(answerWords(field, value, names)) },
        ]}
        rows={Object.entries(edit)}
        idOf={([field]) => field}
        stack
      />
    </section>
  );
};

/** The listing as its buyers (would) read it, and whose it is. */
export const Facts = ({ listing, file, names }: { listing: Review['listing']; file: boolean; names: Names }) => {
  const { producer, commune, certificates, label, harvestFrom, harvestTo, sellFrom, sellTo } = listing;
  return (
    <dl className="facts">
      <dt>Người bán</dt>
      <dd>
        {file ? <a href={`/ho-so/${producer.id}`}>{producer.name}</a> : producer.name},{' '}
        {producerKinds[listing.producerKind]}, {commune.name}
      </dd>
      <dt>Loại nông sản</dt>
      <dd>
        {listing.commodity.name}
        {listing.variety && `, giống ${listing.variety}`}
      </dd>
      <dt>Giá</dt>
      <dd>{priceWords(listing)}</dd>
      <dt>Đang có</dt>
      <dd>{formatQuantity(listing.available, listing.unit)}</dd>
      <dt>Mua ít nhất</dt>
      <dd>{formatQuantity(listing.minimum, listing.unit)}</dd>
      <dt>Cách giữ</dt>
      <dd>
        <StorageBadge value={listing.storage} />
      </dd>
      <dt>Chế biến</dt>
      <dd>{processLevels[listing.process]}</dd>
      <dt>Nguồn gốc</dt>
      <dd>{origins[listing.origin]}</dd>
      <dt>Mô tả</dt>
      <dd className="whitespace-pre-line">{listing.description || 'Không ghi'}</dd>
      {Object.entries({ ...listing.attributes, ...label })
        .map((pair) => partWords(names, ...pair))
        .map(({ part, said }) => (
          <div key={part} className="contents">
            <dt>{part}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      {(harvestFrom || harvestTo) && (
        <>
          <dt>Thu hoạch</dt>
          <dd>{[harvestFrom, harvestTo].map((day) => (day ? formatDay(day) : '…')).join(' – ')}</dd>
        </>
      )}
      {(sellFrom || sellTo) && (
        <>
          <dt>Bán trong</dt>
          <dd>{[sellFrom, sellTo].map((day) => (day ? formatDay(day) : '…')).join(' – ')}</dd>
        </>
      )}
      <dt>Giao</dt>
      <dd>{deliveryScopes[listing.delivery]}</dd>
      {listing.growingArea && (
        <>
          <dt>Mã vùng trồng</dt>
          <dd>{listing.growingArea}</dd>
        </>
      )}
      <dt>Chứng nhận</dt>
      <dd>
        {certificates.length === 0
          ? 'Không có'
          : certificates.map((certificate) => (
              <span key={certificate.id} className="block">
                {certificateName(certificate)}, số {certificate.number}, {certificate.issuer}{' '}
                <StateBadge state={certificateStates[certificate.state]} />
              </span>
            ))}
      </dd>
      <dt>{listing.state === 'published' ? 'Hiện từ' : 'Gửi ngày'}</dt>
      <dd>{whenDay(listing.publishedAt)}</dd>
    </dl>
  );
};

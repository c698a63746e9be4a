import type { CommuneView, ListingDetail } from '@chophien/contracts';
import {
  daysWords,
  deliveryScopes,
  limitWords,
  packWords,
  processLevels,
  producerKinds,
  StorageBadge,
  storage,
} from '@chophien/ui';
import type { ReactNode } from 'react';
import { Certificates } from './certificates.tsx';
import { communePath, stallPath } from './paths.ts';

interface Props {
  listing: ListingDetail;
  stall: { slug: string; name: string };
  commune: CommuneView;
  keeping: { minimumCelsius: number | null; maximumCelsius: number | null; shelfLifeDays: number | null };
  /** What its label says and what it is told apart by, under their names. */
  named?: readonly { name: string; words: string }[];
}

/** Who grew it, where, how it is kept, when it is picked, how far it is sent, and what was found true of it. */
export const ListingFacts = ({ listing, stall, commune, keeping, named = [] }: Props) => (
  <dl className="facts panel">
    <Fact name="Người bán">
      <a href={stallPath(stall)}>{stall.name}</a>
      <br />
      <span className="field-hint">{producerKinds[listing.producerKind]}, đã được xã duyệt</span>
    </Fact>
    <Fact name={listing.kind === 'service' ? 'Ở đâu' : 'Nơi làm ra'}>
      <a href={communePath(commune)}>{commune.fullName}</a>, {commune.province.name}
    </Fact>
    {listing.certificates.length > 0 && (
      <Fact name="Chứng nhận">
        <Certificates certificates={listing.certificates} />
      </Fact>
    )}
    {listing.kind === 'goods' && <GoodsFacts listing={listing} keeping={keeping} />}
    {named.map(({ name, words }) => (
      <Fact key={name} name={name}>
        {words}
      </Fact>
    ))}
  </dl>
);

const GoodsFacts = ({ listing, keeping }: Pick<Props, 'listing' | 'keeping'>) => (
  <>
    <Fact name="Nguồn gốc">
      {listing.origin === 'self_produced' ? 'Người bán tự trồng, tự làm' : 'Người bán thu mua trong vùng'}
      {listing.growingArea && (
        <>
          <br />
          Mã số vùng trồng: {listing.growingArea}
        </>
      )}
    </Fact>
    <Fact name="Loại">
      {listing.commodity.name}
      {listing.variety && `, giống ${listing.variety}`}
      <br />
      {processLevels[listing.process]}
    </Fact>
    {listing.pack && <Fact name="Đóng gói">{packWords(listing.pack)}</Fact>}
    {listing.catchWeight && (
      <Fact name="Cân khi đóng">
        Hàng được cân lúc đóng gói, bạn trả theo số cân thật
        {listing.catchTolerance !== null && `, lệch không quá ${listing.catchTolerance}% so với số đã đặt`}.
      </Fact>
    )}
    <Fact name="Cách giữ">
      <StorageBadge value={listing.storage} />
      <br />
      {storage[listing.storage].long}
      {(keeping.minimumCelsius !== null || keeping.maximumCelsius !== null) && (
        <>: {limitWords(keeping.minimumCelsius, keeping.maximumCelsius)}</>
      )}
      {keeping.shelfLifeDays !== null && <>, dùng tốt trong khoảng {keeping.shelfLifeDays} ngày</>}
    </Fact>
    {(listing.harvestFrom ?? listing.harvestTo) && (
      <Fact name="Thu hoạch">{daysWords(listing.harvestFrom, listing.harvestTo)}</Fact>
    )}
    <Fact name="Giao hàng">{deliveryScopes[listing.delivery]}</Fact>
  </>
);

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

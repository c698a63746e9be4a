import type { CommuneView, ListingDetail } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { limitWords, producerKinds, StorageBadge, storage } from '@chophien/ui';
import { communePath, stallPath } from './paths.ts';

interface Props {
  listing: ListingDetail;
  stall: { slug: string; name: string };
  commune: CommuneView;
  keeping: { minimumCelsius: number | null; maximumCelsius: number | null; shelfLifeDays: number | null };
}

/** Who grew it, where, how it is kept and when it is picked. */
export const ListingFacts = ({ listing, stall, commune, keeping }: Props) => (
  <dl className="facts panel">
    <dt>Người bán</dt>
    <dd>
      <a href={stallPath(stall)}>{stall.name}</a>
      <br />
      <span className="field-hint">{producerKinds[listing.producerKind]}</span>
    </dd>
    <dt>Nơi làm ra</dt>
    <dd>
      <a href={communePath(commune)}>{commune.fullName}</a>, {commune.province.name}
    </dd>
    <dt>Nguồn gốc</dt>
    <dd>{listing.origin === 'self_produced' ? 'Người bán tự trồng, tự làm' : 'Người bán thu mua trong vùng'}</dd>
    <dt>Loại</dt>
    <dd>{listing.commodity.name}</dd>
    <dt>Cách giữ</dt>
    <dd>
      <StorageBadge value={listing.storage} />
      <br />
      {storage[listing.storage].long}
      {(keeping.minimumCelsius !== null || keeping.maximumCelsius !== null) && (
        <>: {limitWords(keeping.minimumCelsius, keeping.maximumCelsius)}</>
      )}
      {keeping.shelfLifeDays !== null && <>, dùng tốt trong khoảng {keeping.shelfLifeDays} ngày</>}
    </dd>
    {(listing.harvestFrom ?? listing.harvestTo) && (
      <>
        <dt>Thu hoạch</dt>
        <dd>
          {listing.harvestFrom && <>từ {formatDay(listing.harvestFrom)} </>}
          {listing.harvestTo && <>đến {formatDay(listing.harvestTo)}</>}
        </dd>
      </>
    )}
  </dl>
);

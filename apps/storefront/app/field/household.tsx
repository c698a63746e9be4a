import { getFieldHousehold } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { Note, Page, StateBadge, when } from '@chophien/ui';
import { itemWords, tasks } from '../onboarding/words.ts';
import type { Route } from './+types/household';
import { Banner } from './banner.tsx';
import { States } from './household-row.tsx';
import { Ways } from './household-ways.tsx';
import { FIELD, householdPath } from './paths.ts';
import { kinds, outcomes } from './words.ts';

export const loader = async ({ context, params }: Route.LoaderArgs) => ({
  household: await context.get(visitor).read(getFieldHousehold, { params: { id: params.id } }),
});

export default function Household({ loaderData: { household } }: Route.ComponentProps) {
  const { id, name, head, place, communeName, call, delegation, signedIn, missing, handingOver, log } = household;
  const mayWrite = delegation?.rights.includes('producer.prepare') ?? false;
  return (
    <Page title={name} narrow hidden>
      <Banner head={head ?? name} place={place} />
      <p>
        <a className="inline-block py-2" href={FIELD}>
          ← Danh sách hộ
        </a>
      </p>
      <h1>{name}</h1>
      <p className="flex flex-wrap gap-2">
        <States household={household} />
      </p>
      <p>
        {[place, communeName].filter(Boolean).join(', ')}
        {call.map((phone) => (
          <a key={phone} className="block py-2" href={`tel:${phone}`}>
            Gọi {phone}
          </a>
        ))}
      </p>
      {signedIn && <Note tone="good">Hộ đã tự nhận gian hàng. Bạn chỉ còn xem được nhật ký của mình.</Note>}
      {!signedIn && !delegation && (
        <Note tone="warn">
          <p>Hộ chưa đồng ý cho bạn ghi giúp. Chưa ghi thêm được gì về hộ này.</p>
          <p className="mt-2">
            <a className="button button-main" href={householdPath(id, 'dong-y')}>
              Lấy đồng ý
            </a>
          </p>
        </Note>
      )}
      <Ways id={id} mayWrite={mayWrite} />
      {mayWrite && missing.length > 0 && (
        <section className="panel grid gap-2">
          <h2>Còn thiếu</h2>
          <p>{missing.map(missingWord).join('; ')}.</p>
        </section>
      )}
      {mayWrite && (
        <p>
          <a className="inline-block py-3" href="/tai-khoan/lam-thay">
            Giấy tờ và đăng bán (cần mạng)
          </a>
        </p>
      )}
      {!signedIn && (
        <p>
          <a className="inline-block py-3" href={householdPath(id, 'ban-giao')}>
            {handingOver ? 'Đang bàn giao gian hàng' : 'Bàn giao gian hàng cho hộ'}
          </a>
        </p>
      )}
      <section className="grid gap-2">
        <h2>Bạn đã làm</h2>
        {log.length === 0 && <p>Chưa có gì.</p>}
        <ul className="grid gap-1">
          {log.map((line) => (
            <li key={line.id}>
              {when(line.at)}: {kinds[line.kind]} <StateBadge state={outcomes[line.outcome]} />
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

const words: Record<string, string> = {
  ...Object.fromEntries(Object.entries(tasks).map(([task, { title }]) => [task, title])),
  ...itemWords,
  identity: 'căn cước của chủ hộ',
  bank: 'nơi nhận tiền',
  'food-safety': 'giấy an toàn thực phẩm',
  'tax-code': 'mã số thuế',
  'consent-trading-rules': 'đồng ý quy chế mua bán',
  'consent-selling': 'đồng ý dùng dữ liệu để bán hàng',
};
const missingWord = (item: string): string => words[item] ?? 'giấy tờ theo hàng bán';

import { visitor } from '@chophien/site';
import { Icon, Note, Page } from '@chophien/ui';
import type { Route } from './+types/kept';
import { commodities } from '../reference.ts';
import { AnswersForm } from './answers-form.tsx';
import { Banner } from './banner.tsx';
import { Purpose, SlipForm, VisitForm } from './consent-form.tsx';
import { HouseholdForm } from './household-form.tsx';
import { Ways } from './household-ways.tsx';
import { asks, FIELD } from './paths.ts';
import { Queue } from './queue.tsx';
import { script } from './script.ts';

/**
 * The page a helper's phone keeps: the same for everybody and nobody's data in it. Its script shows in it, out of what the phone
 * keeps, whatever page of the field was asked for while there was no line.
 */
export const loader = async ({ context }: Route.LoaderArgs) => ({
  crops: (await commodities(context.get(visitor).read)).map(({ id, name }) => ({ id, name })),
});

export default function Kept({ loaderData: { crops } }: Route.ComponentProps) {
  return (
    <Page title="Nhập hộ" narrow hidden>
      <div data-field="" data-kept-page="" className="grid gap-4">
        <p className="note" data-offline="" hidden>
          Đang không có mạng. Mọi thứ ghi lại trên máy này; có mạng, máy tự gửi.
        </p>
        <Queue />
        <div data-view="" className="grid gap-4">
          <p>Trang này cần bật JavaScript và đã mở một lần khi có mạng.</p>
        </div>
        <script src={script} defer />
      </div>
      <template id="v-list">
        <h1>Nhập hộ</h1>
        <p>
          <a className="button button-main w-full" href={`${FIELD}/them`}>
            <Icon name="plus" />
            Thêm hộ mới
          </a>
        </p>
        <label>
          <span className="field-name">Tìm trên máy</span>
          <input className="input" type="search" data-find="" maxLength={100} autoComplete="off" />
        </label>
        <p className="field-hint" data-slot="kept" />
        <ul className="grid gap-3" data-slot="rows" />
      </template>
      <template id="v-new">
        <Back to={FIELD} words="Danh sách hộ" />
        <h1>Thêm hộ mới</h1>
        <HouseholdForm />
      </template>
      <template id="v-household">
        <Banner />
        <Back to={FIELD} words="Danh sách hộ" />
        <h1 data-slot="name" />
        <p className="flex flex-wrap gap-2" data-slot="badges" />
        <div data-no-consent="">
          <Note tone="warn">
            <p>Hộ chưa đồng ý cho bạn ghi giúp.</p>
            <p className="mt-2">
              <a className="button button-main" data-step="dong-y">
                Lấy đồng ý bằng phiếu
              </a>
            </p>
          </Note>
        </div>
        <Ways mayWrite />
      </template>
      <template id="v-consent">
        <Banner />
        <Back words="Trang của hộ" />
        <h1>Lấy đồng ý của hộ</h1>
        <p>Gửi mã cần có mạng. Không có mạng thì chụp phiếu có chữ ký.</p>
        <SlipForm />
      </template>
      {asks.map((ask) => (
        <template key={ask} id={`v-${ask}`}>
          <Banner />
          <Back words="Trang của hộ" />
          <h1>{ask === 'gian-hang' ? 'Giới thiệu gian hàng' : 'Ghi nơi ở và sản xuất'}</h1>
          <AnswersForm ask={ask} crops={crops} />
        </template>
      ))}
      <template id="v-visit">
        <Banner />
        <Back words="Trang của hộ" />
        <h1>Ghi buổi thăm</h1>
        <VisitForm />
      </template>
      <template id="v-none">
        <h1>Trang này cần mạng</h1>
        <p data-slot="why">Hộ này không có trên máy, hoặc việc này chỉ làm được khi có mạng.</p>
        <Back to={FIELD} words="Danh sách hộ" />
      </template>
      <template id="v-locked">
        <h1>Hãy mở lại khi có mạng</h1>
        <p>Máy này vừa đổi người dùng. Danh sách hộ mở lại khi có mạng và đúng người đã ghi.</p>
      </template>
      <template id="t-purpose">
        <Purpose />
      </template>
    </Page>
  );
}

const Back = ({ to, words }: { to?: string; words: string }) => (
  <p>
    <a className="inline-block py-2" href={to} data-step={to ? undefined : ''}>
      ← {words}
    </a>
  </p>
);

import { visitor } from '@chophien/site';
import { Icon, Page } from '@chophien/ui';
import type { Route } from './+types/kept';
import { cropsOf } from './kit-of.ts';
import { PhoneQueue } from './phone-queue.tsx';
import { script } from './script.ts';
import { Templates } from './templates.tsx';

/**
 * The page the phone of whoever sells keeps: the same for everybody and nobody's data in it. Its script shows in it the form, or
 * what was not sent, whatever page was asked for while there was no line.
 */
export const loader = async ({ context }: Route.LoaderArgs) => ({ crops: await cropsOf(context.get(visitor)) });

export default function Kept({ loaderData: { crops } }: Route.ComponentProps) {
  return (
    <Page title="Bán hàng" narrow hidden>
      <div data-goods="" className="grid gap-4">
        <p className="note" data-offline="">
          Đang không có mạng. Cứ làm tiếp: mọi thứ ghi lại trên máy này, có mạng máy tự gửi.
        </p>
        <div className="grid gap-4" data-view="">
          <p>Trang này cần bật JavaScript và đã mở một lần khi có mạng.</p>
        </div>
        <PhoneQueue />
      </div>
      <template id="v-wizard">
        <div className="grid gap-4" data-wizard="">
          <p className="flex justify-between gap-4">
            <a className="inline-block py-3" href="/ban-hang" data-back="">
              ‹ Quay lại
            </a>
            <span className="field-hint self-center" data-slot="where" />
          </p>
          <h1 tabIndex={-1}>Đăng bán</h1>
          <div className="grid gap-4" data-screen="" />
          <p role="status" className="field-hint empty:hidden" data-slot="kept" />
        </div>
      </template>
      <template id="v-home">
        <h1>Bán hàng</h1>
        <p className="field-hint">Không có mạng: chỉ soạn món mới và xem món chưa gửi được.</p>
        <nav className="tiles" aria-label="Việc bán hàng">
          <a className="tile tile-main" href="/ban-hang/dang-ban">
            <Icon name="camera" />
            <span>
              Đăng bán<small>Chụp ảnh, ghi giá</small>
            </span>
          </a>
          <a className="tile" href="/ban-hang/san-pham">
            <Icon name="basket" />
            <span>
              Hàng của tôi<small>Món trên máy này</small>
            </span>
          </a>
        </nav>
      </template>
      <template id="v-mine">
        <h1>Hàng của tôi</h1>
        <p>
          <a className="button button-main w-full" href="/ban-hang/dang-ban">
            Đăng bán món mới
          </a>
        </p>
        <div data-slot="queue" />
        <p className="field-hint" data-slot="seen" />
        <ul className="grid gap-2" data-slot="known" />
      </template>
      <template id="t-known">
        <li className="panel">
          <b data-slot="name" />
          <span className="block" data-slot="about" />
        </li>
      </template>
      <template id="v-none">
        <h1>Trang này cần mạng</h1>
        <p>Đơn hàng, tin nhắn và hồ sơ mở lại được khi có mạng. Đăng món mới thì làm được ngay.</p>
        <p>
          <a className="button button-main" href="/ban-hang/dang-ban">
            Đăng bán
          </a>
        </p>
      </template>
      <template id="v-locked">
        <h1>Hãy mở lại khi có mạng</h1>
        <p>Máy này vừa đổi người dùng. Món soạn dở mở lại khi có mạng và đúng người đã soạn.</p>
      </template>
      <Templates kit={{ person: '', producers: [], crops, labels: [], traits: [] }} />
      <script src={script} defer />
    </Page>
  );
}

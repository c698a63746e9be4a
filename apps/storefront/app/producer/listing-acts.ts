import {
  correctStock,
  deleteListingDraft,
  getStock,
  Id,
  receiveStock,
  relistListing,
  restoreListingDraft,
  sellOut,
  undoSellOut,
  withdrawListing,
} from '@chophien/contracts';
import { check, text, type Visitor } from '@chophien/site';

/** What was just done, told on the next page beside the way to take it back. */
export const told: Readonly<Record<string, string>> = {
  dang: 'Đã gửi. Cán bộ xã xem xong là người mua thấy món này; thường trong ngày làm việc.',
  'thoi-ban': 'Đã thôi bán món này.',
  'dang-lai': 'Món này đang bán lại, với ảnh và chữ như cũ.',
  'het-hang': 'Đã ghi hết hàng. Người mua không đặt thêm được.',
  'co-lai': 'Món này lại có hàng như trước.',
  bot: 'Đã bớt.',
  them: 'Đã thêm.',
  'bo-nhap': 'Đã bỏ món soạn dở.',
  'lay-lai': 'Món soạn dở đã về chỗ cũ.',
};

/** What takes an act back; acts that are not here need none. */
const backs: Readonly<Record<string, string>> = {
  'thoi-ban': 'dang-lai',
  'dang-lai': 'thoi-ban',
  'het-hang': 'co-lai',
  bot: 'them',
  them: 'bot',
  'bo-nhap': 'lay-lai',
};
export const backOf = (act: string): string | undefined => backs[act];

interface Pressed {
  id: string;
  /** Under which it is done once: made when the page was. */
  once: string;
  /** How much less or more, in thousandths. */
  by: number;
}

const acts: Readonly<Record<string, (who: Visitor, pressed: Pressed) => Promise<unknown>>> = {
  'thoi-ban': ({ call }, { id }) => call(withdrawListing, { params: { id } }),
  'dang-lai': ({ call }, { id }) => call(relistListing, { params: { id } }),
  'het-hang': ({ call }, { id, once }) => call(sellOut, { params: { id }, body: { id: once } }),
  'co-lai': ({ call }, { id, once }) => call(undoSellOut, { params: { id, movement: once } }),
  them: ({ call }, { id, once, by }) => call(receiveStock, { params: { id }, body: { id: once, quantity: by } }),
  bot: async ({ call }, { id, once, by }) => {
    const { onHand, held } = await call(getStock, { params: { id } });
    // What is promised to orders is not taken away with a tap.
    const left = Math.max(held, onHand - by);
    if (left === onHand) return;
    await call(correctStock, { params: { id }, body: { id: once, onHand: left, reason: 'Bớt một nấc' } });
  },
  'bo-nhap': ({ call }, { id }) => call(deleteListingDraft, { params: { id } }),
  'lay-lai': ({ call }, { id }) => call(restoreListingDraft, { params: { id } }),
};

/** Does what a button of the list says; answers where it is told. */
export const press = async (who: Visitor, form: FormData, page: string): Promise<string> => {
  const go = text(form, 'go');
  const act = acts[go];
  const id = check(Id, text(form, 'id'));
  const once = check(Id, text(form, 'once') || id);
  const by = Number(text(form, 'by')) || 1_000;
  await act?.(who, { id, once, by });
  return `${page}?${new URLSearchParams({ xong: go, mon: id, lan: once, nac: String(by) })}`;
};

import { formatDay, formatDong, formatQuantity, inWords, unitWord } from '@chophien/kernel';
import type { Answers } from './answers.ts';
import { extrasOf, labelFields, wayOf, withUsual } from './judge.ts';
import type { Kit, Known } from './kit.ts';
import type { Step } from './path.ts';
import { dayAndHour } from './typed.ts';
import { unitPriceWords } from './unit-price.ts';

/** One line of the check page: what is asked, and what was said; the first words are set in bold. */
export interface CheckLine {
  step: Step;
  name: string;
  strong: string;
  more: string[];
}

const processes = { fresh: 'Hàng tươi', prepared: 'Đã sơ chế, đóng gói', processed: 'Đã chế biến' };
const origins = { self_produced: 'Nhà tự trồng, tự làm', bought_in: 'Thu mua trong vùng' };
const storages: Record<string, string> = {
  ambient: 'Để thường',
  cool: 'Để mát',
  chilled: 'Giữ lạnh',
  frozen: 'Đông lạnh',
};
const deliveries = { country: 'Giao cả nước', province: 'Chỉ giao trong tỉnh', pickup: 'Khách tới lấy, tới nơi' };
const none = 'Chưa ghi';

/** `từ 01/06/2027 đến 30/06/2027`, or nothing. */
const spanOf = (from: string | undefined, to: string | undefined): string =>
  [from && `từ ${formatDay(from)}`, to && `đến ${formatDay(to)}`].filter(Boolean).join(' ');

const day = ({ startsAt, places }: { startsAt: string; places: number }): string => {
  const [on, at] = dayAndHour(startsAt);
  return `${formatDay(on)}, ${at}: ${places} chỗ`;
};

const priceLine = ({ price = 0, unit = 'kg', pack, catchWeight }: Answers) => ({
  strong: `${formatDong(price)}/${unitWord(unit)}`,
  more: [
    price > 0 && price <= 1e12 ? `${inWords(price)} đồng một ${unitWord(unit)}` : '',
    pack ? `Mỗi ${unitWord(unit)} có ${formatQuantity(pack.quantity, pack.unit)}` : '',
    unitPriceWords({ price, unit, pack }),
    catchWeight ? 'Cân lại khi đóng hàng, trả theo cân thật' : '',
  ],
});

type Said = Pick<CheckLine, 'name' | 'strong' | 'more'>;

const lineOf: Record<Exclude<Step, 'xem-lai'>, (answers: Answers, crop: Known | undefined, kit?: Kit) => Said> = {
  anh: ({ pictures = [] }) => ({ name: 'Ảnh', strong: `${pictures.length} ảnh`, more: [] }),
  mon: (_, crop) => ({ name: 'Loại', strong: crop?.name ?? none, more: [] }),
  ten: ({ name, variety }) => ({ name: 'Tên món', strong: name ?? none, more: variety ? [`Giống: ${variety}`] : [] }),
  'che-bien': ({ process }) => ({ name: 'Chế biến', strong: process ? processes[process] : none, more: [] }),
  gia: (answers) => ({ name: 'Giá', ...priceLine(answers) }),
  'so-luong': ({ of, quantity = 0, minimum = 1_000, increment = 1_000, unit = 'kg' }) => ({
    name: of ? 'Bán lẻ' : 'Số lượng',
    strong: of ? '' : formatQuantity(quantity, unit),
    more: [`Mua ít nhất ${formatQuantity(minimum, unit)}, mỗi nấc ${formatQuantity(increment, unit)}`],
  }),
  ngay: ({ dates = [] }) => ({ name: 'Ngày đón khách', strong: `${dates.length} ngày`, more: dates.map(day) }),
  'thu-hoach': ({ harvestFrom, harvestTo }) => ({
    name: 'Thu hoạch',
    strong: spanOf(harvestFrom, harvestTo) || none,
    more: [],
  }),
  'nguon-goc': ({ origin, growingArea }) => ({
    name: 'Nguồn gốc',
    strong: origin ? origins[origin] : none,
    more: growingArea ? [`Mã vùng trồng ${growingArea}`] : [],
  }),
  nhan: (answers, crop) => ({
    name: 'Nhãn hàng',
    strong: `${Object.keys(answers.label ?? {}).length} dòng`,
    more: labelFields(answers, crop).map(({ name, words }) => `${words}: ${answers.label?.[name] ?? none}`),
  }),
  'ban-tu': ({ sellFrom, sellTo, repeatsYearly }) => ({
    name: 'Ngày bán',
    strong: spanOf(sellFrom, sellTo) || 'Bán ngay, tới khi hết',
    more: repeatsYearly ? ['Năm sau tới mùa lại bán, máy nhắc trước'] : [],
  }),
  'cach-giu': ({ storage }) => ({ name: 'Cách giữ', strong: (storage && storages[storage]) || none, more: [] }),
  giao: ({ delivery = 'country' }) => ({ name: 'Giao hàng', strong: deliveries[delivery], more: [] }),
  giay: ({ certificates = [] }, _crop, kit) => ({
    name: 'Giấy chứng nhận',
    strong: certificates.length > 0 ? `${certificates.length} giấy` : 'Không có',
    more: (kit?.producers ?? [])
      .flatMap((one) => one.certificates)
      .filter(({ id }) => certificates.includes(id))
      .map(({ words }) => words),
  }),
  'chon-them': ({ attributes = {} }, crop) => ({
    name: 'Nói rõ hơn',
    strong: '',
    more: (crop?.traits ?? []).map(
      ({ id, words, choices }) => `${words}: ${choices.find(({ value }) => value === attributes[id])?.words ?? none}`,
    ),
  }),
  'mo-ta': ({ description }) => ({ name: 'Kể thêm', strong: '', more: [description ?? none] }),
};

/** Every answer once more, those everybody gives first. */
export const checkLines = (answers: Answers, crop: Known | undefined, kit?: Kit): CheckLine[] => {
  const all = withUsual(answers, crop);
  return [...wayOf(answers, crop), ...extrasOf(crop)]
    .filter((step) => step !== 'xem-lai')
    .map((step) => {
      const { name, strong, more } = lineOf[step](all, crop, kit);
      return { step, name, strong, more: more.filter(Boolean) };
    });
};

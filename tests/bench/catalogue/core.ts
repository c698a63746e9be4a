import { fold, slug } from '@chophien/kernel';
import { fields } from './core-fields.ts';
import { fruit } from './core-fruit.ts';
import { kitchen } from './core-kitchen.ts';
import { judged, nothing } from './queries.ts';

/** One of the products written by hand: what is really sold, where it comes from, as its maker would describe it. */
export interface CoreProduct {
  id: string;
  name: string;
  commodity: string;
  /** District and province before July 2025, folded. */
  district: string;
  province: string;
  price: number;
  unit: string;
  pack: { quantity: number; unit: string } | null;
  description: string;
}

const packs: Record<string, readonly [unit: string, thousandths: number]> = {
  kg: ['kg', 1_000],
  g: ['kg', 1],
  l: ['lit', 1_000],
  ml: ['lit', 1],
  trai: ['trai', 1_000],
};

export const coreProducts: CoreProduct[] = [fruit, fields, kitchen]
  .flatMap((text) => text.trim().split('\n'))
  .map((line) => {
    const [id, name, commodity, place, price, sold, description] = line.split(' | ') as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const [district, province] = place.split(', ').map((one) => fold(one.replace('Thành phố ', ''))) as [
      string,
      string,
    ];
    const amount = /^(\d+) (\w+)$/.exec(sold);
    const known = amount && packs[amount[2] as string];
    return {
      id,
      name,
      commodity,
      district,
      province,
      price: Number(price) * 1_000,
      unit: amount ? 'goi' : sold,
      pack: known ? { quantity: Number(amount[1]) * known[1], unit: known[0] } : null,
      description,
    };
  });

export interface Judged {
  kind: string;
  typed: string;
  relevant: string[];
}

export const queries: Judged[] = judged
  .trim()
  .split('\n')
  .map((line) => {
    const [kind, typed, relevant] = line.split(' | ') as [string, string, string];
    return { kind, typed, relevant: relevant.split(', ') };
  });

export const findNothing: string[] = nothing.trim().split('\n');

/** What everybody sells, and how it is kept: the crowd that the core stands in. */
export const everyday: readonly (readonly [name: string, commodity: string, storage: string, unit: string])[] = [
  ['Rau cải ngọt', 'asian_leafy', 'cool', 'kg'],
  ['Cải bẹ xanh', 'asian_leafy', 'cool', 'kg'],
  ['Rau dền đỏ', 'amaranth', 'cool', 'bo'],
  ['Mồng tơi', 'spinach', 'cool', 'bo'],
  ['Xà lách xoăn', 'lettuce_leaf', 'cool', 'kg'],
  ['Bắp cải trái tim', 'cabbage', 'cool', 'kg'],
  ['Cải thảo', 'chinese_cabbage', 'cool', 'kg'],
  ['Cà chua bi', 'tomato_ripe', 'cool', 'kg'],
  ['Dưa chuột bao tử', 'cucumber', 'cool', 'kg'],
  ['Cà tím dài', 'eggplant', 'cool', 'kg'],
  ['Đậu đũa', 'yardlong_bean', 'cool', 'kg'],
  ['Đậu bắp xanh', 'okra', 'cool', 'kg'],
  ['Rau muống nước', 'water_spinach', 'cool', 'bo'],
  ['Hành lá tươi', 'green_onion', 'cool', 'bo'],
  ['Ớt sừng', 'pepper', 'ambient', 'kg'],
  ['Khoai tây vàng', 'sweet_potato', 'ambient', 'kg'],
  ['Chanh giấy', 'lime', 'cool', 'kg'],
  ['Quýt đường', 'orange', 'cool', 'kg'],
  ['Ổi nữ hoàng', 'guava', 'cool', 'kg'],
  ['Đu đủ Thái', 'papaya', 'cool', 'kg'],
  ['Chuối tiêu xanh', 'banana', 'ambient', 'bo'],
  ['Mít Thái siêu sớm', 'jackfruit', 'cool', 'kg'],
  ['Dưa hấu không hạt', 'papaya', 'ambient', 'kg'],
  ['Dừa tươi', 'coconut', 'ambient', 'trai'],
  ['Trứng gà công nghiệp', 'egg', 'cool', 'trai'],
  ['Gà ta thả vườn', 'chicken_chilled', 'chilled', 'con'],
  ['Vịt bầu', 'chicken_chilled', 'chilled', 'con'],
  ['Sườn non', 'pork_chilled', 'chilled', 'kg'],
  ['Thịt xay', 'pork_ground', 'chilled', 'kg'],
  ['Cá trắm cỏ', 'fish_iced', 'chilled', 'kg'],
  ['Cá diêu hồng', 'fish_iced', 'chilled', 'kg'],
  ['Tôm thẻ', 'shrimp_iced', 'chilled', 'kg'],
  ['Cá basa cắt khoanh', 'seafood_frozen', 'frozen', 'kg'],
  ['Gạo tám xoan', 'rice', 'ambient', 'kg'],
  ['Gạo nàng hương', 'rice', 'ambient', 'kg'],
  ['Đậu đỏ hạt nhỏ', 'bean_dry', 'ambient', 'kg'],
  ['Bánh quy gạo', 'confectionery', 'ambient', 'goi'],
  ['Nước ép dưa hấu', 'juice', 'chilled', 'chai'],
  ['Hoa hồng cắt cành', 'flower_cut', 'cool', 'bo'],
  ['Giỏ tre đan', 'handicraft', 'ambient', 'cai'],
];

export const qualities = ['loại một', 'loại hai', 'hữu cơ', 'sạch', 'đầu mùa', 'trái vụ', 'nhà trồng', 'theo VietGAP'];
export const sayings = [
  'Thu hoạch buổi sáng, giao trong ngày.',
  'Nhà làm, số lượng có hạn mỗi tuần.',
  'Đóng gói cẩn thận, đổi trả khi hư.',
  'Bán lẻ và bán sỉ, hỏi trước khi đặt nhiều.',
  'Không dùng chất bảo quản.',
];

export const slugOf = (name: string, id: string): string => `${slug(name)}-${id.slice(0, 6)}`;

import type { AnswerName, Answers } from './answers.ts';
import { unitOf } from '@chophien/kernel';
import type { Known, LabelRow } from './kit.ts';
import type { Step } from './path.ts';

/** What to do about each answer that can't be taken, by the box it stands in. */
export const sentences: Record<string, string> = {
  pictures: 'Chọn ít nhất một ảnh, nhiều nhất sáu ảnh.',
  producer: 'Chọn gian hàng để đăng.',
  commodity: 'Chọn một loại hàng.',
  kind: 'Chọn lại loại hàng.',
  name: 'Ghi tên món, từ 3 đến 120 chữ.',
  variety: 'Tên giống nhiều nhất 80 chữ.',
  process: 'Chọn hàng tươi hay đã chế biến.',
  price: 'Ghi giá bằng số, ít nhất 1.000 đồng.',
  unit: 'Chọn đơn vị bán.',
  pack: 'Ghi mỗi phần có bao nhiêu, lớn hơn 0.',
  quantity: 'Ghi số lượng có để bán, lớn hơn 0.',
  increment: 'Ghi nấc bán, lớn hơn 0.',
  minimum: 'Số ít nhất phải là bội của nấc bán.',
  dates: 'Ghi ít nhất một ngày sắp tới, với giờ và số chỗ.',
  harvestFrom: 'Chọn ngày bắt đầu thu hoạch.',
  harvestTo: 'Ngày cuối không được trước ngày đầu.',
  sellFrom: 'Chọn ngày bắt đầu bán.',
  sellTo: 'Ngày cuối không được trước ngày đầu, và không quá một năm nếu bán lại hằng năm.',
  repeatsYearly: 'Muốn nhắc mùa sau thì ghi cả ngày đầu và ngày cuối.',
  storage: 'Chọn cách giữ hàng.',
  origin: 'Chọn nguồn gốc hàng.',
  growingArea: 'Mã vùng trồng nhiều nhất 60 chữ.',
  label: 'Ghi đủ các dòng phải có trên nhãn.',
  attributes: 'Chọn lại các điểm nói rõ về món này.',
  delivery: 'Chọn nơi giao tới.',
  certificates: 'Chọn lại giấy chứng nhận.',
  description: 'Mô tả nhiều nhất 2.000 chữ.',
};

const most = 999_999_999_999;
const isAmount = (value: number | undefined): value is number =>
  value !== undefined && Number.isSafeInteger(value) && value > 0;
const isLine = (text: string | undefined, longest: number, shortest = 0): boolean => {
  const { length } = (text ?? '').trim();
  return length >= shortest && length <= longest;
};
const isDay = (day: string | undefined): boolean => day === undefined || /^\d{4}-\d{2}-\d{2}$/.test(day);
const turned = (from: string | undefined, to: string | undefined): boolean => Boolean(from && to && to < from);

const isMeasured = ({ unit, pack }: Answers): boolean => {
  try {
    return pack !== undefined || Boolean(unit && unitOf(unit).kilogramThousandths);
  } catch {
    return false;
  }
};

/** What the label of such goods says, what it must say first; what pack or weight say already is not asked again. */
export const labelFields = (answers: Answers, crop: Known | undefined): readonly LabelRow[] =>
  (crop?.labels ?? [])
    .filter(({ processes }) => processes.includes(answers.process ?? 'fresh'))
    .filter(({ coveredByPack }) => !(coveredByPack && isMeasured(answers)))
    .toSorted((a, b) => Number(b.required) - Number(a.required));

/** The answer a refusal is about, where its name says so. */
export const answerOfCode: Readonly<Record<string, string>> = {
  'catalogue.label-incomplete': 'label',
  'catalogue.label-field-unknown': 'label',
  'catalogue.attribute-unknown': 'attributes',
  'catalogue.window-ended': 'sellTo',
  'catalogue.kind-mismatch': 'commodity',
  'catalogue.commodity-unknown': 'commodity',
  'catalogue.picture-unknown': 'pictures',
  'catalogue.quantity-step': 'minimum',
};

/** Whether each answer of a screen can be taken; the rest is for whoever hands it in. */
const judges: Record<Step, (answers: Answers, crop: Known | undefined) => (AnswerName | false)[]> = {
  anh: ({ pictures = [] }) => [(pictures.length < 1 || pictures.length > 6) && 'pictures'],
  mon: ({ commodity }) => [!commodity && 'commodity'],
  ten: ({ name, variety }) => [!isLine(name, 120, 3) && 'name', !isLine(variety, 80) && 'variety'],
  'che-bien': ({ process }) => [!process && 'process'],
  gia: ({ price, unit, pack }) => [
    !(isAmount(price) && price >= 1_000 && price <= most) && 'price',
    !unit && 'unit',
    pack !== undefined && !isAmount(pack.quantity) && 'pack',
  ],
  // What there is of a listing that is handed in has acts of its own.
  'so-luong': ({ of, quantity, minimum, increment }) => [
    !of && !isAmount(quantity) && 'quantity',
    !isAmount(increment) && 'increment',
    !(isAmount(minimum) && isAmount(increment) && minimum % increment === 0) && 'minimum',
  ],
  ngay: ({ dates = [] }) => [
    !(
      dates.length > 0 &&
      dates.every(({ startsAt, places }) => Date.parse(startsAt) > Date.now() && Number.isInteger(places) && places > 0)
    ) && 'dates',
  ],
  'thu-hoach': ({ harvestFrom, harvestTo }) => [
    !isDay(harvestFrom) && 'harvestFrom',
    (!isDay(harvestTo) || turned(harvestFrom, harvestTo)) && 'harvestTo',
  ],
  'nguon-goc': ({ origin, growingArea }) => [!origin && 'origin', !isLine(growingArea, 60) && 'growingArea'],
  nhan: (answers, crop) => [
    labelFields(answers, crop).some(({ name, required }) => required && !answers.label?.[name]) && 'label',
  ],
  'ban-tu': ({ sellFrom, sellTo, repeatsYearly }) => [
    !isDay(sellFrom) && 'sellFrom',
    (!isDay(sellTo) || turned(sellFrom, sellTo) || Boolean(repeatsYearly && isLong(sellFrom, sellTo))) && 'sellTo',
    Boolean(repeatsYearly) && !(sellFrom && sellTo) && 'repeatsYearly',
  ],
  'cach-giu': ({ storage }) => [!storage && 'storage'],
  giao: ({ delivery }) => [!delivery && 'delivery'],
  giay: () => [],
  'chon-them': () => [],
  'mo-ta': ({ description }) => [!isLine(description, 2_000) && 'description'],
  'xem-lai': () => [],
};

const isLong = (from = '', to = ''): boolean => to >= `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;

/** What is wrong on a screen, by the box, in words. */
export const wrongsOn = (step: Step, answers: Answers, crop: Known | undefined): Record<string, string> =>
  Object.fromEntries(
    judges[step](answers, crop)
      .filter((name) => name !== false)
      .map((name) => [name, sentences[name] ?? '']),
  );

/** The way through the form: what everybody is asked; the rest has answers that fit most and waits on the check page. */
export const wayOf = (answers: Answers, crop: Known | undefined): readonly Step[] => {
  const service = crop?.service ?? false;
  const labels = !service && labelFields(answers, crop).some(({ required }) => required);
  return [
    'anh',
    'mon',
    'ten',
    ...(service ? [] : (['che-bien'] as const)),
    'gia',
    ...(service ? (answers.of ? [] : (['ngay'] as const)) : (['so-luong', 'thu-hoach', 'nguon-goc'] as const)),
    ...(labels ? (['nhan'] as const) : []),
    'xem-lai',
  ];
};

/** What may be said beside it. */
export const extrasOf = (crop: Known | undefined): readonly Step[] => {
  const traits: Step[] = (crop?.traits.length ?? 0) > 0 ? ['chon-them'] : [];
  return crop?.service ? [...traits, 'mo-ta'] : [...traits, 'ban-tu', 'cach-giu', 'giao', 'giay', 'mo-ta'];
};

export const stepAfter = (step: Step, answers: Answers, crop: Known | undefined): Step => {
  const way = wayOf(answers, crop);
  const at = way.indexOf(step);
  return at < 0 ? 'xem-lai' : (way[at + 1] ?? 'xem-lai');
};

export const stepBefore = (step: Step, answers: Answers, crop: Known | undefined): Step | undefined => {
  const way = wayOf(answers, crop);
  const at = way.indexOf(step);
  return at < 0 ? 'xem-lai' : way[at - 1];
};

/** The first screen whose answer is still missing, or can't be taken. */
export const missingStep = (answers: Answers, crop: Known | undefined): Step | undefined =>
  [...wayOf(answers, crop), ...extrasOf(crop)].find(
    (step) => Object.keys(wrongsOn(step, withUsual(answers, crop), crop)).length > 0,
  );

/** What fits most where nothing was said. */
export const withUsual = (answers: Answers, crop: Known | undefined): Answers => ({
  delivery: crop?.service ? 'pickup' : 'country',
  ...(crop ? { storage: crop.storage } : {}),
  ...(crop?.service ? { origin: 'self_produced', minimum: 1_000, increment: 1_000 } : {}),
  ...answers,
});

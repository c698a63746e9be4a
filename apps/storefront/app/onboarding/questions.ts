import { type AnswerItem, answerShapes, type ApplicationDetail, type TaskId } from '@chophien/contracts';
import { check, text, texts } from '@chophien/site';
import { z } from 'zod';

type Detail = Pick<ApplicationDetail, 'answers'>;

export interface Question {
  item: AnswerItem;
  /** The last part of its address. */
  slug: string;
  /** Null: asked beside the tasks, on the page with every answer. */
  task: TaskId | null;
  /** The heading, which is the field's label too. */
  title: string;
  hint: string;
  shows: 'line' | 'prose' | 'kind' | 'crops' | 'commune';
  /** May be left for later, or for ever. */
  free: boolean;
  most: number;
  autoComplete?: string;
  /** What to do when the answer can't be taken. */
  sentence: string;
}

/** One question a page, in the order of their tasks. */
export const questions: readonly Question[] = [
  {
    item: 'name',
    slug: 'ten',
    task: 'stall',
    title: 'Gian hàng tên gì?',
    hint: 'Người mua đọc tên này. Ví dụ: Vườn nhà Hoa, Mật ong bản Lác.',
    shows: 'line',
    free: false,
    most: 80,
    sentence: 'Ghi tên gian hàng, từ 2 đến 80 chữ.',
  },
  {
    item: 'head',
    slug: 'chu-ho',
    task: 'stall',
    title: 'Ai là chủ hộ hoặc người đại diện?',
    hint: 'Ghi họ tên như trên căn cước. Ví dụ: Nguyễn Thị Hoa.',
    shows: 'line',
    free: false,
    most: 80,
    autoComplete: 'name',
    sentence: 'Ghi họ tên, từ 2 đến 80 chữ.',
  },
  {
    item: 'crops',
    slug: 'hang',
    task: 'stall',
    title: 'Bạn định bán gì?',
    hint: 'Chọn từ 1 đến 12 loại. Sau này đổi được.',
    shows: 'crops',
    free: false,
    most: 12,
    sentence: 'Chọn ít nhất một loại hàng, nhiều nhất 12.',
  },
  {
    item: 'story',
    slug: 'ke-chuyen',
    task: 'stall',
    title: 'Kể về nhà bạn cho người mua',
    hint: 'Trồng, nuôi, làm thế nào, từ bao giờ. Hai ba câu là đủ. Bạn có thể bấm nút micrô trên bàn phím rồi nói.',
    shows: 'prose',
    free: true,
    most: 600,
    sentence: 'Lời giới thiệu nhiều nhất 600 chữ.',
  },
  {
    item: 'commune',
    slug: 'xa',
    task: 'place',
    title: 'Bạn sản xuất ở xã, phường nào?',
    hint: '',
    shows: 'commune',
    free: false,
    most: 100,
    sentence: 'Hãy tìm và chọn xã, phường.',
  },
  {
    item: 'sub-area',
    slug: 'thon',
    task: 'place',
    title: 'Thôn, bản nào?',
    hint: 'Hoặc tên xã cũ, nếu người mua quen tên đó. Ví dụ: thôn Lân Thịnh.',
    shows: 'line',
    free: true,
    most: 80,
    sentence: 'Tên thôn, bản nhiều nhất 80 chữ.',
  },
  {
    item: 'address',
    slug: 'dia-chi',
    task: 'place',
    title: 'Nhà bạn ở đâu?',
    hint: 'Số nhà, ngõ, hoặc chỉ đường. Chỉ cán bộ và người đến lấy hàng thấy. Ví dụ: cạnh nhà văn hoá thôn.',
    shows: 'line',
    free: true,
    most: 200,
    autoComplete: 'street-address',
    sentence: 'Địa chỉ nhiều nhất 200 chữ.',
  },
  {
    item: 'kind',
    slug: 'loai',
    task: null,
    title: 'Bạn bán với tư cách nào?',
    hint: '',
    shows: 'kind',
    free: false,
    most: 1,
    sentence: 'Chọn hộ gia đình, hợp tác xã hoặc tổ hợp tác.',
  },
  {
    item: 'note',
    slug: 'loi-nhan',
    task: null,
    title: 'Bạn muốn nhắn gì cho cán bộ xã?',
    hint: 'Ví dụ: nhà tôi đi rẫy, xin gọi sau 5 giờ chiều.',
    shows: 'prose',
    free: true,
    most: 500,
    sentence: 'Lời nhắn nhiều nhất 500 chữ.',
  },
];

export const questionAt = (slug: string | undefined): Question | undefined =>
  questions.find((question) => question.slug === slug);

export const questionOf = (item: string): Question | undefined => questions.find((question) => question.item === item);

/** What was answered, as text; empty when it was not. */
export const answerTo = ({ answers }: Detail, item: AnswerItem): string => {
  const value = answers.find((answer) => answer.item === item)?.value;
  return typeof value === 'string' ? value : (value?.join(',') ?? '');
};

/** The same for what has several values. */
export const choicesFor = ({ answers }: Detail, item: AnswerItem): readonly string[] => {
  const value = answers.find((answer) => answer.item === item)?.value;
  return typeof value === 'string' ? [value] : (value ?? []);
};

/**
 * What a form answers to a question, by the question's own shape; `null` takes a free answer back.
 * @throws Problem `platform.invalid-input` that names the item
 */
export const answerIn = (form: FormData, { item, free }: Question): string | string[] | null => {
  const typed = item === 'crops' ? texts(form, item) : text(form, item);
  if (free && typed.length === 0) return null;
  return (
    check(z.object({ [item]: answerShapes[item] as z.ZodType<string | string[]> }), { [item]: typed })[item] ?? null
  );
};

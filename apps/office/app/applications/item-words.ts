import { type AnswerItem, answerItems, type RequirementView, type TaskId } from '@chophien/contracts';
import { producerKinds } from '@chophien/ui';
import { isMet } from './status-words.ts';

export const taskWords: Record<TaskId, string> = {
  stall: 'Gian hàng',
  place: 'Nơi làm ra hàng',
  identity: 'Người đứng tên',
  'food-safety': 'An toàn thực phẩm',
  money: 'Nhận tiền',
};

/** What a household was asked, in an officer's words. */
export const itemWords: Record<AnswerItem, string> = {
  kind: 'Loại hình',
  name: 'Tên gian hàng',
  head: 'Chủ hộ, người đại diện',
  commune: 'Xã, phường',
  'sub-area': 'Thôn, bản, khu',
  address: 'Địa chỉ',
  crops: 'Hàng bán',
  story: 'Lời giới thiệu',
  note: 'Ghi thêm',
};

const taskOfItem: Record<AnswerItem, TaskId> = {
  kind: 'stall',
  name: 'stall',
  crops: 'stall',
  story: 'stall',
  note: 'stall',
  commune: 'place',
  'sub-area': 'place',
  address: 'place',
  head: 'identity',
};

/** The answers of one task, in the order they were asked. */
export const itemsOf = (task: TaskId): AnswerItem[] => answerItems.filter((item) => taskOfItem[item] === task);

/** One thing an officer can remark on. */
export interface Remarkable {
  /** An answer's item, a requirement's id, or a task. */
  item: string;
  word: string;
  /** Reasons often given, to choose and change. */
  reasons: readonly string[];
}

const unclear = 'Ảnh giấy bị mờ hoặc mất góc. Hãy chụp lại nơi đủ sáng, thấy rõ bốn góc giấy.';

const answerReasons: Partial<Record<AnswerItem, readonly string[]>> = {
  kind: ['Loại hình không khớp với giấy đăng ký. Hãy chọn lại.'],
  name: [
    'Tên trùng với gian hàng khác trong xã. Hãy thêm tên chủ hộ hoặc tên thôn.',
    'Tên dễ làm người mua hiểu nhầm. Hãy chọn tên khác.',
  ],
  head: ['Tên chủ hộ chưa khớp với căn cước. Hãy ghi đúng họ tên trên căn cước.', 'Chưa ghi tên chủ hộ.'],
  commune: ['Hộ không ở xã này. Hãy chọn lại xã, phường.'],
  'sub-area': ['Chưa ghi tên thôn, bản. Hãy ghi thêm để xe tìm được nhà.'],
  address: ['Địa chỉ chưa đủ để xe tìm đến. Hãy ghi thêm đường, xóm hoặc chỗ dễ nhận ra.'],
  crops: ['Có loại hàng hộ không làm ra. Hãy bỏ bớt, chỉ chọn hàng của nhà mình.'],
  story: [
    'Lời giới thiệu nói quá về công dụng. Hãy bỏ lời nói về chữa bệnh.',
    'Lời giới thiệu có số điện thoại hoặc đường dẫn. Hãy bỏ đi.',
  ],
};

const requirementReasons = ({ id, papers }: Pick<RequirementView, 'id' | 'papers'>): readonly string[] => {
  if (id === 'identity') return ['Thông tin chưa khớp với căn cước. Hãy ghi lại đúng như trên căn cước.', unclear];
  if (papers.length === 0) return ['Chưa có nội dung này. Hãy bổ sung.'];
  return [
    unclear,
    'Giấy đã hết hạn. Hãy nộp giấy còn hạn.',
    'Tên trên giấy không phải tên chủ hộ.',
    'Chưa có giấy này.',
  ];
};

type Asked = Pick<RequirementView, 'id' | 'task' | 'title' | 'papers' | 'kind' | 'state'>;

/**
 * Everything of one task that can be sent back, each name once: its answers, its requirements (one the house reckons by
 * itself only while it lacks something: what it is reckoned from are the answers), and the task as a whole.
 */
export const remarkablesOf = (task: TaskId, requirements: readonly Asked[]): Remarkable[] => {
  const all = [
    ...itemsOf(task).map((item) => ({ item, word: itemWords[item], reasons: answerReasons[item] ?? [] })),
    ...requirements
      .filter((each) => each.task === task && !(each.kind === 'computed' && isMet(each)))
      .map((each) => ({ item: each.id, word: each.title, reasons: requirementReasons(each) })),
    { item: task, word: `Ý khác về phần ${taskWords[task].toLowerCase()}`, reasons: [] },
  ];
  return all.filter(({ item }, at) => all.findIndex((each) => each.item === item) === at);
};

/** An item, a task or a requirement by name; what is no longer asked is told as it is written. */
export const remarkWord = (item: string, requirements: readonly Pick<RequirementView, 'id' | 'title'>[]): string =>
  requirements.find(({ id }) => id === item)?.title ??
  (itemWords as Record<string, string>)[item] ??
  (taskWords as Record<string, string>)[item] ??
  item;

/** An answer as a person reads it. */
export const answerWords = (
  item: AnswerItem,
  value: string | readonly string[],
  names: { commodity: (id: string) => string; commune: string },
): string => {
  if (item === 'crops') return [value].flat().map(names.commodity).join(', ');
  const [text = ''] = [value].flat();
  if (item === 'commune') return names.commune;
  if (item === 'kind') return (producerKinds as Record<string, string>)[text] ?? text;
  return text;
};

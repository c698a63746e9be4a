import type { ComplaintOutcome, ComplaintState } from '@chophien/contracts';
import type { Tone } from '@chophien/ui';

interface Tab {
  /** As the address says it: `?muc=da-hoi`. */
  key: string;
  state: ComplaintState;
  word: string;
  tone: Tone;
  empty: string;
}

/** The queue's parts; the first is opened when none is asked for. */
export const tabs: readonly [Tab, ...Tab[]] = [
  { key: 'cho', state: 'open', word: 'Chờ cán bộ', tone: 'wait', empty: 'Không có đơn khiếu nại nào chờ' },
  {
    key: 'da-hoi',
    state: 'answered',
    word: 'Đã hỏi, chờ hai bên',
    tone: 'plain',
    empty: 'Không có đơn khiếu nại nào chờ hai bên trả lời',
  },
  { key: 'xong', state: 'decided', word: 'Đã quyết định', tone: 'quiet', empty: 'Chưa quyết định đơn khiếu nại nào' },
];

/** The part an address asks for; nonsense is the first. */
export const tabOf = (asked: string | null): Tab => tabs.find(({ key }) => key === asked) ?? tabs[0];

/** A state as it is shown. */
export const stateWords = (state: ComplaintState): { word: string; tone: Tone } =>
  tabs.find((tab) => tab.state === state) ?? tabs[0];

export const outcomes: Record<ComplaintOutcome, string> = {
  upheld: 'Khiếu nại đúng',
  'not-upheld': 'Không có căn cứ',
  settled: 'Hai bên đã thống nhất',
  forwarded: 'Chuyển cơ quan có thẩm quyền',
};

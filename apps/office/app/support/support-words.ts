import type { SupportState } from '@chophien/contracts';
import type { Tone } from '@chophien/ui';

interface Tab {
  /** As the address says it: `?muc=da-tra-loi`. */
  key: string;
  state: SupportState;
  word: string;
  tone: Tone;
  empty: string;
}

/** The queue's parts; the first is opened when none is asked for. */
export const tabs: readonly [Tab, ...Tab[]] = [
  { key: 'cho', state: 'open', word: 'Chờ trả lời', tone: 'wait', empty: 'Không có yêu cầu nào chờ trả lời' },
  {
    key: 'da-tra-loi',
    state: 'answered',
    word: 'Đã trả lời, chưa đóng',
    tone: 'plain',
    empty: 'Không có yêu cầu nào đã trả lời mà chưa đóng',
  },
  { key: 'da-dong', state: 'closed', word: 'Đã đóng', tone: 'quiet', empty: 'Chưa có yêu cầu nào đã đóng' },
];

/** The part an address asks for; nonsense is the first. */
export const tabOf = (asked: string | null): Tab => tabs.find(({ key }) => key === asked) ?? tabs[0];

/** A state as it is shown. */
export const stateWords = (state: SupportState): { word: string; tone: Tone } =>
  tabs.find((tab) => tab.state === state) ?? tabs[0];

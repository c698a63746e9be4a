import { LabelBox, TraitBox } from './row-screens.tsx';
import { StepScreen } from './screens.tsx';
import { States } from './states.tsx';
import { GuestDayRow } from './guest-days.tsx';
import { Line, NotYet, Todos } from './check-answers.tsx';
import type { Kit } from './kit.ts';
import { steps, titles } from './path.ts';

/**
 * Every screen of the form and the pieces they are made of, the same for everybody: the script copies and fills them. Words and
 * markup stand once, in the very components that the server renders.
 */
export const Templates = ({ kit }: { kit: Kit }) => (
  <>
    {steps.map((step) => (
      <template key={step} id={`v-${step}`} data-title={titles[step]}>
        <StepScreen step={step} id="" answers={{}} kit={kit} edits={false} />
      </template>
    ))}
    <template id="t-line">
      <Line id="" line={{ step: 'anh', name: '', strong: '', more: [] }} />
    </template>
    <template id="t-label">
      <LabelBox name="" words="" hint="" value="" />
    </template>
    <template id="t-trait">
      <TraitBox id="" words="" choices={[]} value="" />
    </template>
    <template id="t-day">
      <GuestDayRow row={{ id: 'moi', startsAt: '', places: 0 }} />
    </template>
    <template id="t-choice">
      <label className="choice">
        <input type="radio" />
        <span data-slot="word" />
      </label>
    </template>
    <template id="t-todos">
      <Todos todos={[]} />
    </template>
    <template id="t-waiting">
      <NotYet suspended={false} />
    </template>
    <template id="t-suspended">
      <NotYet suspended />
    </template>
    <template id="t-photo">
      <li className="panel p-0 overflow-clip grid">
        <img className="frame" alt="" data-slot="picture" width="320" height="240" />
        <span className="px-3 pt-2 flex flex-wrap gap-2 items-center">
          <span data-slot="state" />
          <button className="button" type="button" data-go="again" hidden>
            Gửi lại
          </button>
        </span>
        <span className="flex flex-wrap gap-x-3 px-3">
          <button className="as-link" type="button" data-go="drop">
            Bỏ ảnh
          </button>
          <button className="as-link" type="button" data-go="first">
            Làm ảnh bìa
          </button>
        </span>
      </li>
    </template>
    <States />
    <template id="t-errors">
      <div className="note note-bad" role="alert" id="loi" tabIndex={-1}>
        <h2>Chưa gửi được</h2>
        <ul data-slot="lines" />
      </div>
    </template>
    <template id="v-sent">
      <div className="note note-good" role="status">
        <h1 tabIndex={-1}>Đã lưu trên máy</h1>
        <p data-slot="words">Chưa gửi được vì không có mạng. Có mạng lại, máy tự gửi; bạn không phải làm gì thêm.</p>
      </div>
      <p>
        <a className="button button-main w-full" href="/ban-hang/dang-ban" data-new-one="">
          Đăng món khác
        </a>
      </p>
      <p>
        <a className="button w-full" href="/ban-hang/san-pham">
          Hàng của tôi
        </a>
      </p>
    </template>
  </>
);

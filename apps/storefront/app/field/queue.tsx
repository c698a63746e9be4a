import { Badge } from '@chophien/ui';
import { HouseholdRow } from './household-row.tsx';

/**
 * What this phone has not sent yet, shown by its script on every page of the field; and the pieces it is made of. Words and
 * markup stand here once: the script only copies and fills.
 */
export const Queue = () => (
  <>
    <section className="mb-4" aria-label="Trên máy này" data-queue="" hidden>
      <details className="panel">
        <summary className="py-2 font-bold">
          <span role="status" data-slot="told" />
        </summary>
        <ul className="grid gap-3 mt-2" data-slot="entries" />
        <p className="mt-3">
          <button type="button" className="button" data-go="send">
            Gửi ngay
          </button>
        </p>
      </details>
    </section>
    <template id="t-entry">
      <li className="panel grid gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <span data-slot="state" />
          <b data-slot="what" />
        </p>
        <p data-slot="said" hidden />
        <div className="grid gap-2" data-slot="choices" hidden />
        <p className="flex flex-wrap gap-2" data-slot="ways" hidden>
          <a className="button" data-slot="mend">
            Sửa lại
          </a>
          <button type="button" className="button" data-go="again">
            Gửi lại
          </button>
          <button type="button" className="button button-warn" data-go="drop">
            Bỏ mục này
          </button>
        </p>
      </li>
    </template>
    <template id="t-choice">
      <p className="panel grid gap-2">
        <span data-slot="words" />
        <button type="button" className="button">
          Chọn
        </button>
      </p>
    </template>
    <template id="t-states">
      <span data-state="wait">
        <Badge tone="wait">Chưa gửi</Badge>
      </span>
      <span data-state="sending">
        <Badge tone="plain">Đang gửi</Badge>
      </span>
      <span data-state="sent">
        <Badge tone="good">Đã gửi</Badge>
      </span>
      <span data-state="fix">
        <Badge tone="bad">Cần sửa</Badge>
      </span>
    </template>
    <template id="t-badge-local">
      <Badge tone="wait">Chỉ có trên máy</Badge>
    </template>
    <template id="t-badge-slip">
      <Badge tone="plain">Đồng ý bằng phiếu, chưa gửi</Badge>
    </template>
    <template id="t-badge-none">
      <Badge tone="wait">Chưa đồng ý</Badge>
    </template>
    <template id="t-badge-until">
      <Badge tone="plain">Đồng ý đến </Badge>
    </template>
    <template id="t-badge-own">
      <Badge tone="good">Hộ đã tự nhận</Badge>
    </template>
    <template id="t-row">
      <HouseholdRow />
    </template>
  </>
);

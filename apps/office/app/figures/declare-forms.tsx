import { Choices, Field, Form, Hidden, type Refusal, Submit } from '@chophien/ui';
import type { ReactNode } from 'react';
import { ofForm } from '../attempt.ts';

interface Props {
  path: string;
  today: string;
  /** Made by the form, so that a second press is the same declaration. */
  ids: readonly [string, string];
  goods: readonly { id: string; name: string }[];
  refusal: Refusal | undefined;
}

const Folded = ({ title, open, children }: { title: string; open: boolean; children: ReactNode }) => (
  <details open={open}>
    <summary className="chip">{title}</summary>
    <div className="panel mt-3">{children}</div>
  </details>
);

const Source = ({ kind, today, refusal }: { kind: string; today: string; refusal: Refusal | undefined }) => (
  <>
    <Field
      name={`${kind}-document`}
      label="Theo văn bản"
      hint="Số, ký hiệu và tên văn bản, ví dụ: Báo cáo số 12/BC-UBND về dân số và hộ."
      maxLength={200}
      refusal={refusal}
    />
    <Field name={`${kind}-validFrom`} label="Có hiệu lực từ ngày" type="date" value={today} refusal={refusal} />
  </>
);

/** What only the commune knows; each declaration stands beside the earlier ones and never over them. */
export const DeclareForms = ({ path, today, ids, goods, refusal }: Props) => {
  const households = ofForm(refusal, 'households');
  const products = ofForm(refusal, 'key-products');
  return (
    <section className="no-print grid gap-3">
      <h2>Số liệu do xã khai</h2>
      <p>Lần khai mới không xoá lần khai cũ: mỗi tháng dùng số có hiệu lực trong tháng đó.</p>
      <Folded title="Khai tổng số hộ" open={Boolean(households)}>
        <Form action={path}>
          <Hidden name="id" value={ids[0]} />
          <Field
            name="households-value"
            label="Tổng số hộ của xã"
            inputMode="numeric"
            autoComplete="off"
            after="hộ"
            refusal={households}
          />
          <Source kind="households" today={today} refusal={households} />
          <div>
            <Submit name="go" value="households">
              Ghi tổng số hộ
            </Submit>
          </div>
        </Form>
      </Folded>
      <Folded title="Khai sản phẩm chủ lực" open={Boolean(products)}>
        <Form action={path}>
          <Hidden name="id" value={ids[1]} />
          <Choices
            name="key-products-commodities"
            legend="Sản phẩm chủ lực xã đã công bố"
            options={goods.map(({ id, name }) => ({ value: id, word: name }))}
            refusal={products}
            several
            wide
          />
          <Source kind="key-products" today={today} refusal={products} />
          <div>
            <Submit name="go" value="key-products">
              Ghi danh mục sản phẩm
            </Submit>
          </div>
        </Form>
      </Folded>
    </section>
  );
};

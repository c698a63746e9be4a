import type { CommodityView } from '@chophien/contracts';
import { formatDay, formatDong, formatQuantity, inWords, unitWord } from '@chophien/kernel';
import { Choices, Form, Picture, type Refusal, StorageBadge, Submit } from '@chophien/ui';
import type { ReactNode } from 'react';
import type { ListingDraft } from './listing-draft.ts';
import { type Step, stepPath } from './listing-path.ts';

interface Props {
  draft: ListingDraft;
  crops: readonly CommodityView[];
  stalls: readonly { id: string; name: string }[];
  refusal: Refusal | undefined;
}

/** Every answer once more, each with a way to change it and come back here. */
export const CheckAnswers = ({ draft, crops, stalls, refusal }: Props) => {
  const { pictures, name, commodity, price = 0, unit = 'kg', quantity = 0, minimum = 0, increment = 0 } = draft;
  const { harvestFrom, harvestTo, storage, origin, description } = draft;
  return (
    <>
      <div className="panel p-0 overflow-clip">
        <Picture picture={pictures[0] ?? null} alt={name ?? ''} sizes="38rem" />
      </div>
      <dl className="grid gap-0">
        <Line name="Ảnh" step="anh">
          {pictures.length} ảnh
        </Line>
        <Line name="Món" step="mon">
          <b>{name}</b>
          <br />
          {crops.find(({ id }) => id === commodity)?.name}
        </Line>
        <Line name="Giá" step="gia">
          <b>
            {formatDong(price)}/{unitWord(unit)}
          </b>
          <br />
          {inWords(price)} đồng một {unitWord(unit)}
        </Line>
        <Line name="Số lượng" step="so-luong">
          {formatQuantity(quantity, unit)}; mua ít nhất {formatQuantity(minimum, unit)}, mỗi nấc{' '}
          {formatQuantity(increment, unit)}
        </Line>
        <Line name="Thu hoạch" step="so-luong">
          {harvestFrom || harvestTo
            ? `${harvestFrom ? `từ ${formatDay(harvestFrom)} ` : ''}${harvestTo ? `đến ${formatDay(harvestTo)}` : ''}`
            : 'Chưa ghi'}
        </Line>
        <Line name="Cách giữ" step="cach-giu">
          {storage && <StorageBadge value={storage} />}
        </Line>
        <Line name="Nguồn gốc" step="cach-giu">
          {origin === 'self_produced' ? 'Nhà tự trồng, tự làm' : 'Thu mua trong vùng'}
        </Line>
        <Line name="Mô tả" step="cach-giu">
          <span className="whitespace-pre-line">{description || 'Chưa ghi'}</span>
        </Line>
      </dl>
      {stalls.length > 0 && (
        <Form>
          {stalls.length > 1 && (
            <Choices
              name="stall"
              legend="Đăng ở gian hàng nào?"
              refusal={refusal}
              options={stalls.map(({ id, name: stall }) => ({ value: id, word: stall }))}
            />
          )}
          <Submit kind="buy" wide>
            Đăng bán
          </Submit>
        </Form>
      )}
    </>
  );
};

const Line = ({ name, step, children }: { name: string; step: Step; children: ReactNode }) => (
  <div className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-3">
    <dt className="field-hint">{name}</dt>
    <dd className="row-span-2 self-center">
      <a className="inline-block py-3" href={`${stepPath(step)}?sua=1`}>
        Sửa<span className="sr-only"> {name.toLowerCase()}</span>
      </a>
    </dd>
    <dd>{children}</dd>
  </div>
);

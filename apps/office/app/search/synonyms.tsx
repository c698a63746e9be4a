import { randomUUID } from 'node:crypto';
import { addSynonym, endSynonym, listSynonyms, Problem, type SynonymView } from '@chophien/contracts';
import { formatDay, vietnamDay } from '@chophien/kernel';
import { check, text, visitor } from '@chophien/site';
import {
  Badge,
  type Column,
  Crumbs,
  Empty,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Note,
  Page,
  type Refusal,
  Submit,
  Table,
  TextArea,
} from '@chophien/ui';
import { ofForm } from '../attempt.ts';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/synonyms';

const path = '/tu-dong-nghia';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'synonym.write');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const { items } = await who.read(listSynonyms);
  const q = text(searchParams, 'q').trim().toLowerCase();
  const found = q ? items.filter(({ words }) => words.some((word) => word.includes(q))) : items;
  return {
    id: randomUUID(),
    today: vietnamDay(new Date()),
    q,
    items: found,
    all: items.length,
    done: searchParams.get('xong'),
    kept: asTyped(unfinished(who, path)),
  };
}

const sentences = {
  words: 'Ghi từ 2 đến 8 từ cùng nghĩa, mỗi dòng một từ, mỗi từ từ 2 đến 40 chữ.',
  source: 'Ghi căn cứ, từ 3 đến 200 chữ.',
  validFrom: 'Chọn ngày bắt đầu dùng, từ hôm nay trở đi.',
  validTo: 'Chọn ngày thôi dùng, từ hôm nay trở đi.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return decide(
    who,
    path,
    form,
    async () => {
      const id = text(form, 'id');
      if (!isId(id)) throw new Problem('platform.not-found');
      if (text(form, 'go') === 'thoi') {
        const body = check(endSynonym.body!, { validTo: text(form, 'validTo') });
        await who.call(endSynonym, { params: { id }, body });
        return `${path}?xong=thoi`;
      }
      const words = text(form, 'words')
        .split(/[\n,;=]/)
        .map((word) => word.trim())
        .filter((word) => word !== '');
      const body = check(addSynonym.body!, {
        words,
        source: text(form, 'source'),
        validFrom: text(form, 'validFrom'),
      });
      await who.call(addSynonym, { params: { id }, body });
      return `${path}?xong=them`;
    },
    { sentences, fieldOf: (field) => (field.startsWith('words') ? 'words' : field) },
  );
}

const State = ({ row: { validFrom, validTo }, today }: { row: SynonymView; today: string }) => {
  if (validTo !== null && validTo <= today) return <Badge>Thôi dùng từ {formatDay(validTo)}</Badge>;
  if (validFrom > today) return <Badge tone="wait">Dùng từ {formatDay(validFrom)}</Badge>;
  if (validTo !== null) return <Badge tone="wait">Đang dùng, thôi từ {formatDay(validTo)}</Badge>;
  return <Badge tone="good">Đang dùng</Badge>;
};

const End = ({ row, today, refusal }: { row: SynonymView; today: string; refusal: Refusal | undefined }) => {
  if (row.validTo !== null && row.validTo <= today) return null;
  const own = refusal?.typed.id === row.id ? refusal : undefined;
  return (
    <details open={Boolean(own)}>
      <summary className="chip">Thôi dùng</summary>
      <Form action={path}>
        <Hidden name="id" value={row.id} />
        <Field
          name="validTo"
          label={`Từ ngày nào không coi ${row.words.join(', ')} là một nữa`}
          type="date"
          value={today}
          refusal={own}
        />
        <div>
          <Submit kind="warn" name="go" value="thoi">
            Thôi dùng
          </Submit>
        </div>
      </Form>
    </details>
  );
};

const columnsOf = (today: string, refusal: Refusal | undefined): Column<SynonymView>[] => [
  { head: 'Các từ', cell: ({ words }) => <b>{words.join(' · ')}</b> },
  { head: 'Căn cứ', cell: ({ source }) => source },
  { head: 'Tình trạng', cell: (row) => <State row={row} today={today} /> },
  { head: 'Thôi dùng', cell: (row) => <End row={row} today={today} refusal={refusal} /> },
];

const words = { them: 'Đã thêm nhóm từ.', thoi: 'Đã ghi ngày thôi dùng.' } as const;

export default function Synonyms({ loaderData, actionData }: Route.ComponentProps) {
  const { id, today, q, items, all, done, kept } = loaderData;
  const refusal = actionData ?? kept;
  const ending = ofForm(refusal, 'thoi');
  const adding = ending ? undefined : refusal;
  const typed = adding?.typed.id;
  return (
    <Page title="Từ cùng nghĩa khi tìm hàng" hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/nhu-cau', word: 'Nhu cầu chưa có hàng' }]} />
      <h1>Từ cùng nghĩa khi tìm hàng</h1>
      <ErrorSummary refusal={actionData} />
      {(done === 'them' || done === 'thoi') && !actionData && <Note tone="good">{words[done]}</Note>}
      <p>Người mua gõ một từ trong nhóm thì thấy cả món viết bằng từ kia. Áp dụng cho cả nước, từ ngày đã ghi.</p>
      <section className="panel grid gap-4">
        <h2>Thêm nhóm từ</h2>
        <Form action={path}>
          <Hidden name="id" value={typeof typed === 'string' ? typed : id} />
          <TextArea
            name="words"
            label="Các từ cùng nghĩa, mỗi dòng một từ"
            hint="Viết đủ dấu, ví dụ: dứa, thơm, khóm"
            rows={4}
            maxLength={400}
            refusal={adding}
          />
          <Field
            name="source"
            label="Căn cứ"
            hint="Ví dụ: tên gọi miền Nam, theo đề nghị của xã"
            maxLength={200}
            refusal={adding}
          />
          <Field name="validFrom" label="Dùng từ ngày" type="date" value={today} refusal={adding} />
          <div>
            <Submit name="go" value="them">
              Thêm nhóm từ
            </Submit>
          </div>
        </Form>
      </section>
      <h2>{all} nhóm từ</h2>
      <form className="flex flex-wrap items-end gap-2" action={path} method="get" role="search">
        <Field name="q" label="Tìm một từ" value={q} maxLength={40} />
        <Submit kind="plain">Tìm</Submit>
      </form>
      {items.length === 0 ? (
        <Empty title={q ? 'Không có nhóm nào có từ này' : 'Chưa có nhóm từ nào'} />
      ) : (
        <Table
          caption="Các nhóm từ cùng nghĩa"
          columns={columnsOf(today, ending)}
          rows={items}
          idOf={(row) => row.id}
          stack
        />
      )}
    </Page>
  );
}

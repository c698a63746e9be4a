import { draftRule, listProvinces, listRules, paperKinds, taskIds } from '@chophien/contracts';
import { check, goTo, notFound, visitor } from '@chophien/site';
import {
  Choices,
  Crumbs,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Note,
  Page,
  producerKinds,
  Select,
  Submit,
  TextArea,
} from '@chophien/ui';
import { taskWords } from '../applications/item-words.ts';
import { categories } from '../categories.ts';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs, ownProvinces } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/draft';
import { draftIn, draftSentences, readBody } from './rule-body.ts';
import { dueChoices, kindWords, verifierWords } from './rule-words.ts';

/** `from` is the version a new one begins as. */
const pathOf = (id: string, from: string): string => `/quy-dinh/soan?id=${id}${isId(from) ? `&tu=${from}` : ''}`;

/** The draft's id stands in the address from the beginning, so that a form sent twice is one draft. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'rule.draft');
  const { searchParams } = new URL(request.url);
  const id = searchParams.get('id') ?? '';
  const from = searchParams.get('tu') ?? '';
  if (!isId(id)) return goTo(pathOf(crypto.randomUUID(), from));
  const who = context.get(visitor);
  const [{ items }, groups, provinces] = await Promise.all([
    who.read(listRules),
    categories(who),
    who.read(listProvinces),
  ]);
  const mine = items.find((each) => each.id === id);
  if (mine && mine.state !== 'draft') return goTo(`/quy-dinh/${id}`);
  const begun = mine ?? items.find((each) => each.id === from);
  return {
    path: pathOf(id, from),
    isNew: !mine,
    known: begun && { ...readBody(begun.body), rule: begun.rule, title: begun.title, legalRef: begun.legalRef },
    dates: mine && { validFrom: mine.validFrom, validTo: mine.validTo ?? '' },
    groups: Object.entries(groups).map(([value, word]) => ({ value, word })),
    provinces: provinces.items
      .filter(({ code }) => ownProvinces(me).includes(code))
      .map(({ code, name }) => ({ value: code, word: `Chỉ ${name}` })),
    kept: asTyped(unfinished(who, pathOf(id, from))),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { searchParams } = new URL(request.url);
  const id = searchParams.get('id') ?? '';
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  return decide(
    who,
    pathOf(id, searchParams.get('tu') ?? ''),
    form,
    async () => {
      await who.call(draftRule, { params: { id }, body: check(draftRule.body!, draftIn(form)) });
      return `/quy-dinh/${id}?xong=soan`;
    },
    { sentences: draftSentences },
  );
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, word]) => ({ value, word }));

export default function Draft({ loaderData, actionData }: Route.ComponentProps) {
  const { path, isNew, known, dates, groups, provinces, kept } = loaderData;
  const refusal = actionData ?? kept;
  const title = isNew ? 'Soạn quy định' : 'Sửa bản soạn';
  return (
    <Page title={title} narrow hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/quy-dinh', word: 'Quy định' },
        ]}
      />
      <h1>{title}</h1>
      <ErrorSummary refusal={actionData} />
      <Note>
        Bản soạn chưa áp dụng. Lưu xong, hệ thống cho xem thử trên các hồ sơ đang có; một cán bộ tỉnh khác duyệt.
      </Note>
      <Form action={path}>
        {known ? (
          <>
            <Hidden name="rule" value={known.rule} />
            <p>
              Là một bản của quy định mang mã <b>{known.rule}</b>.
            </p>
          </>
        ) : (
          <Field
            name="rule"
            label="Mã quy định"
            hint="Chữ thường không dấu, số và gạch nối, ví dụ an-toan-thuc-pham. Không đổi được về sau."
            maxLength={60}
            refusal={refusal}
          />
        )}
        <Field
          name="title"
          label="Tên yêu cầu"
          hint="Hộ và cán bộ cùng đọc tên này. Ví dụ: Căn cứ an toàn thực phẩm."
          maxLength={120}
          value={known?.title}
          refusal={refusal}
        />
        <TextArea
          name="hint"
          label="Hướng dẫn cho hộ"
          hint="Hộ phải làm gì, bằng lời dễ hiểu."
          maxLength={300}
          rows={3}
          value={known?.hint}
          refusal={refusal}
        />
        <Field
          name="legalRef"
          label="Căn cứ pháp lý"
          hint="Số hiệu văn bản, điều, khoản. Ví dụ: Nghị định 15/2018/NĐ-CP, Điều 12 khoản 1."
          maxLength={300}
          value={known?.legalRef}
          refusal={refusal}
        />
        <Field
          name="validFrom"
          label="Áp dụng từ ngày"
          hint="Hồ sơ nộp từ ngày này theo bản này."
          type="date"
          value={dates?.validFrom}
          refusal={refusal}
        />
        <Field
          name="validTo"
          label="Đến hết ngày"
          hint="Để trống khi văn bản không ghi ngày hết hiệu lực."
          type="date"
          value={dates?.validTo}
          refusal={refusal}
        />
        <Choices
          name="kind"
          legend="Xét bằng cách nào?"
          options={options(kindWords)}
          chosen={known?.kind ? [known.kind] : []}
          refusal={refusal}
        />
        <Select
          name="verifier"
          label="Ai kiểm tra?"
          hint="Chỉ chọn khi cán bộ kiểm tra."
          empty="Không ai"
          options={options(verifierWords)}
          value={known?.verifier ?? ''}
          refusal={refusal}
        />
        <Choices
          name="due"
          legend="Khi nào phải có?"
          options={options(dueChoices)}
          chosen={known?.due ? [known.due] : []}
          refusal={refusal}
        />
        <Select
          name="task"
          label="Thuộc phần nào của hồ sơ?"
          empty="Chọn một phần"
          options={taskIds.map((task) => ({ value: task, word: taskWords[task] }))}
          value={known?.task ?? ''}
          refusal={refusal}
        />
        <Choices
          name="producerKinds"
          legend="Ai phải có?"
          several
          options={options(producerKinds)}
          chosen={known?.producerKinds ?? []}
          refusal={refusal}
        />
        <Choices
          name="groups"
          legend="Với nhóm hàng nào?"
          hint="Không đánh dấu nhóm nào: áp dụng cho mọi loại hàng."
          several
          wide
          options={groups}
          chosen={known?.groups ?? []}
          refusal={refusal}
        />
        <Choices
          name="papers"
          legend="Nhận giấy nào?"
          hint="Hộ nộp một trong các giấy này là đủ. Không đánh dấu: không cần giấy."
          several
          options={options(paperKinds)}
          chosen={known?.papers ?? []}
          refusal={refusal}
        />
        <Field
          name="validMonths"
          label="Xem lại sau bao lâu?"
          hint="Sau số tháng này hộ phải chứng minh lại. Để trống: không phải xem lại."
          inputMode="numeric"
          maxLength={3}
          after="tháng"
          value={known?.validMonths ? String(known.validMonths) : ''}
          refusal={refusal}
        />
        <Select
          name="province"
          label="Áp dụng ở đâu?"
          empty="Cả nước"
          options={provinces}
          value={known?.province ?? ''}
          refusal={refusal}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Submit>Lưu bản soạn và xem thử</Submit>
          <a className="inline-block py-3" href="/quy-dinh">
            Thôi, không soạn
          </a>
        </div>
      </Form>
    </Page>
  );
}

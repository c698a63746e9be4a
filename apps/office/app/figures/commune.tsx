import { CommuneCode, declare, getCommuneAssessment } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { check, notFound, text, texts, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Note, Page, when } from '@chophien/ui';
import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { commodities } from '../commodities.ts';
import { MonthForm } from '../month-form.tsx';
import { daysOf, monthOf, monthWords } from '../month.ts';
import { may, official, ownCommunes } from '../official.ts';
import type { Route } from './+types/commune';
import { DailyChart } from './daily-chart.tsx';
import { eachDay } from './daily.plot.ts';
import { DeclareForms } from './declare-forms.tsx';
import { IndicatorCard } from './indicator-card.tsx';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const code = params.xa;
  if (!CommuneCode.safeParse(code).success) return notFound(context);
  const who = context.get(visitor);
  const month = monthOf(request);
  const today = vietnamDay(new Date());
  const [me, assessment] = await Promise.all([
    official(context),
    who.read(getCommuneAssessment, { params: { code }, query: { month } }),
  ]);
  const declares = may(me, 'assessment.declare') && ownCommunes(me).includes(code);
  const goods = declares ? await commodities(who) : [];
  return {
    assessment,
    month,
    today,
    places: daysOf(month, '9999-12-31').length,
    days: eachDay(daysOf(month, today), assessment.daily),
    forms: declares
      ? { today, ids: [randomUUID(), randomUUID()] as const, goods: goods.map(({ id, name }) => ({ id, name })) }
      : undefined,
    done: new URL(request.url).searchParams.get('xong') ?? '',
  };
}

/** By the form's field names: the contract's name behind the kind of declaration, because both forms stand on one page. */
const sentences = {
  'households-value': 'Ghi tổng số hộ bằng số, từ 1 đến 200.000.',
  'households-document': 'Ghi số và tên văn bản, ít nhất 3 chữ.',
  'households-validFrom': 'Chọn ngày số liệu này có hiệu lực.',
  'key-products-commodities': 'Đánh dấu ít nhất một sản phẩm.',
  'key-products-document': 'Ghi số và tên văn bản, ít nhất 3 chữ.',
  'key-products-validFrom': 'Chọn ngày danh mục này có hiệu lực.',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const code = params.xa;
  if (!CommuneCode.safeParse(code).success) return notFound(context);
  const form = await request.formData();
  const kind = text(form, 'go');
  return attempt(
    form,
    async () => {
      const body = check(declare.body!, {
        id: text(form, 'id'),
        kind,
        document: text(form, `${kind}-document`),
        validFrom: text(form, `${kind}-validFrom`),
        ...(kind === 'households'
          ? { value: wholeNumber(text(form, 'households-value')) }
          : { commodities: texts(form, 'key-products-commodities') }),
      });
      await context.get(visitor).call(declare, { params: { code }, body });
      return redirect(`/so-lieu/${code}?xong=${kind}`);
    },
    { sentences, fieldOf: (field) => `${kind}-${field.replace(/\[.*/, '')}` },
  );
}

/** `3.250`, `3 250`, `3250` → 3250. */
const wholeNumber = (typed: string): number => Number(typed.replace(/[.\s]/g, '') || Number.NaN);

const told: Record<string, string> = {
  households: 'Đã ghi tổng số hộ. Chỉ tiêu được tính lại theo số này.',
  'key-products': 'Đã ghi danh mục sản phẩm chủ lực. Chỉ tiêu được tính lại theo danh mục này.',
};

export default function Commune({ loaderData, actionData }: Route.ComponentProps) {
  const { assessment, month, places, days, forms, done } = loaderData;
  const { commune, indicators, computedAt } = assessment;
  const path = `/so-lieu/${commune.code}`;
  return (
    <Page title={`${commune.fullName}, ${monthWords(month)}`} hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: `/so-lieu?thang=${month}`, word: 'Số liệu' },
        ]}
      />
      <h1>
        {commune.fullName}, {commune.province}: {monthWords(month)}
      </h1>
      <ErrorSummary refusal={actionData} />
      {told[done] && !actionData && <Note tone="good">{told[done]}</Note>}
      <MonthForm path={path} month={month} />
      <p className="field-hint">Số liệu tính lúc {when(computedAt)}, từ các sự kiện trên Chợ Phiên.</p>
      <div className="grid gap-4 md:grid-cols-2">
        {indicators.map((indicator) => (
          <IndicatorCard key={indicator.id} indicator={indicator} month={month} path={path} />
        ))}
      </div>
      <DailyChart month={month} places={places} days={days} />
      {forms && <DeclareForms path={path} {...forms} refusal={actionData} />}
    </Page>
  );
}

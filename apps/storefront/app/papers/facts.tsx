import { describePaper, PaperFacts, paperKinds } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { check, goTo, optional, ownPath, text, visitor } from '@chophien/site';
import { Field, Form, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { Later, Screen } from '../onboarding/screen.tsx';
import type { Route } from './+types/facts';
import { addPath, ownPaper, papersPath } from './own-papers.ts';
import { hasFacts } from './paper-words.ts';
import { mostPages } from './send-pages.ts';
import { typedDay } from './typed-day.ts';

const nextIn = (request: Request): string | undefined =>
  ownPath(optional(new URL(request.url).searchParams, 'next'), '') || undefined;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const paper = await ownPaper({ context, params });
  if (paper.state !== 'waiting' || !hasFacts(paper.kind)) return goTo(papersPath(paper.producer, paper.id));
  return { paper, next: nextIn(request) };
}

const sentences = {
  number: 'Số giấy dài nhất 60 chữ.',
  issuer: 'Nơi cấp dài nhất 160 chữ.',
  issuedOn: 'Ghi ngày cấp như 15/3/2025, không sau hôm nay.',
  expiresOn: 'Ghi ngày hết hạn như 15/3/2028, không trước ngày cấp.',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { producer, paper: id } = params;
  return attempt(
    form,
    async () => {
      const body = check(PaperFacts, {
        number: optional(form, 'number'),
        issuer: optional(form, 'issuer'),
        issuedOn: typedDay(text(form, 'issuedOn'), 'issuedOn'),
        expiresOn: typedDay(text(form, 'expiresOn'), 'expiresOn'),
      });
      await context.get(visitor).call(describePaper, { params: { producer, id }, body });
      return redirect(nextIn(request) ?? `${papersPath(producer)}?xong=gui`);
    },
    sentences,
  );
}

const shown = (day: string | null): string => (day ? formatDay(day) : '');

export default function Facts({ loaderData: { paper, next }, actionData }: Route.ComponentProps) {
  const { producer, id, kind, pages } = paper;
  const here = papersPath(producer, `${id}/so-lieu${next ? `?next=${encodeURIComponent(next)}` : ''}`);
  return (
    <Screen
      title="Trên giấy ghi gì?"
      heading
      back={papersPath(producer, id)}
      backWords="Xem giấy vừa gửi"
      refusal={actionData}
    >
      <p>
        {paperKinds[kind]}. Đã nhận {pages} trang.{' '}
        {pages < mostPages && (
          <a className="inline-block py-2" href={addPath(producer, { kind, giay: id, trang: pages + 1, next })}>
            Còn trang nữa? Chụp thêm
          </a>
        )}
      </p>
      <p>Chép đúng như trên giấy. Không rõ ô nào thì để trống, cán bộ ghi giúp.</p>
      <Form action={here}>
        <Field
          name="number"
          label="Số"
          value={paper.number ?? ''}
          maxLength={60}
          autoComplete="off"
          refusal={actionData}
        />
        <Field
          name="issuer"
          label="Nơi cấp"
          value={paper.issuer ?? ''}
          maxLength={160}
          autoComplete="off"
          refusal={actionData}
        />
        <Field
          name="issuedOn"
          label="Ngày cấp"
          hint="Ví dụ 15/3/2025"
          value={shown(paper.issuedOn)}
          autoComplete="off"
          refusal={actionData}
        />
        <Field
          name="expiresOn"
          label="Ngày hết hạn"
          hint="Không ghi trên giấy thì để trống"
          value={shown(paper.expiresOn)}
          autoComplete="off"
          refusal={actionData}
        />
        <Submit wide>Xong</Submit>
      </Form>
      <Later to={next ?? `${papersPath(producer)}?xong=gui`}>Để cán bộ ghi giúp</Later>
    </Screen>
  );
}

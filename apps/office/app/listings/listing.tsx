import {
  approveListing,
  type AttributeView,
  getListingReview,
  Id,
  type LabelRequirementView,
  listCategories,
  listLabelRequirements,
  listListingReviews,
  returnListing,
} from '@chophien/contracts';
import { check, notFound, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Note, Page, StateBadge } from '@chophien/ui';
import { decide } from '../decide.ts';
import { may, needs } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/listing';
import { DecideForms } from './decide-forms.tsx';
import { Facts, Pictures, Sought } from './listing-parts.tsx';
import { ageWords, findingWords, type Names, ofWords, states } from './listing-words.ts';
import { History, Prices } from './listing-past.tsx';
import { remarkSentences, remarksIn } from './remarks.ts';

const namesOf = (labels: readonly LabelRequirementView[], traits: readonly AttributeView[]): Names =>
  Object.fromEntries([
    ...labels.map(({ field, name }) => [field, name]),
    ...traits.flatMap(({ id, name, choices }) => [
      [id, name],
      ...choices.map(({ value, label }) => [`${id}=${value}`, label]),
    ]),
  ]);

const pathOf = (id: string): string => `/mon-hang/${id}`;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const me = await needs(context, 'listing.review');
  const who = context.get(visitor);
  const id = Id.safeParse(params.id);
  if (!id.success) return notFound(context);
  const [review, waiting, labels, traits] = await Promise.all([
    who.read(getListingReview, { params: { id: id.data } }),
    who.read(listListingReviews, { query: {} }),
    who.read(listLabelRequirements),
    who.read(listCategories),
  ]);
  const since = review.listing.review?.since;
  return {
    review,
    names: namesOf(labels.items, traits.attributes),
    age: since ? Math.floor((Date.now() - Date.parse(since)) / 86_400_000) : 0,
    next: waiting.items.find((one) => one.id !== id.data)?.id ?? null,
    file: may(me, 'application.decide'),
    done: new URL(request.url).searchParams.get('xong'),
    kept: asTyped(unfinished(who, pathOf(id.data))),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const id = Id.safeParse(params.id);
  if (!id.success) return notFound(context);
  const form = await request.formData();
  const target = { params: { id: id.data } };
  const version = Number(text(form, 'version'));
  return decide(
    who,
    pathOf(id.data),
    form,
    async () => {
      const returned = text(form, 'go') === 'tra-lai';
      if (returned) {
        const remarks = remarksIn(form);
        await who.call(returnListing, { ...target, body: check(returnListing.body!, { version, remarks }) });
      } else {
        await who.call(approveListing, { ...target, body: check(approveListing.body!, { version }) });
      }
      const next = Id.safeParse(text(form, 'tiep'));
      const what = returned ? 'tra-lai' : 'duyet';
      return next.success ? `${pathOf(next.data)}?xong=${what}` : `/mon-hang?xong=${what}`;
    },
    { sentences: remarkSentences, fieldOf: (field) => (field.startsWith('remarks') ? 'reason' : field) },
  );
}

const done: Record<string, string> = {
  duyet: 'Đã duyệt món trước; hộ được báo. Đây là món tiếp theo.',
  'tra-lai': 'Đã trả lại món trước; hộ được báo việc cần sửa. Đây là món tiếp theo.',
};

export default function OneListing({ loaderData, actionData }: Route.ComponentProps) {
  const { review, names, age, next, file, kept } = loaderData;
  const { listing, findings, round, late, producerState } = review;
  const waits = listing.review?.state === 'in_review';
  return (
    <Page title={listing.name} hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/mon-hang', word: 'Món hàng' }]} />
      <h1>{listing.name}</h1>
      {loaderData.done && done[loaderData.done] && <Note tone="good">{done[loaderData.done]}</Note>}
      <p className="flex flex-wrap items-center gap-3">
        <StateBadge state={states[listing.state]} />
        {waits && (
          <span>
            {ofWords[listing.review?.of ?? 'listing']}, chờ {ageWords(age)}
            {round > 1 && `, gửi lần ${round}`}
            {late && <b>, quá hẹn với hộ</b>}
          </span>
        )}
        {next && (
          <a className="no-print inline-block py-2" href={pathOf(next)}>
            Để sau, xem món tiếp theo ›
          </a>
        )}
      </p>
      <ErrorSummary refusal={actionData} />
      {producerState === 'suspended' && (
        <Note tone="warn">Gian hàng đang tạm ngừng: duyệt rồi món cũng chỉ hiện khi gian hàng được bán lại.</Note>
      )}
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid content-start gap-4">
          <Pictures pictures={review.edit?.pictures ?? listing.pictures} name={listing.name} />
          {review.edit && <Sought listing={listing} edit={review.edit} names={names} />}
          <Facts listing={listing} file={file} names={names} />
        </div>
        <div className="grid content-start gap-4">
          {findings.length > 0 && (
            <Note tone="warn">
              <h2>Máy nhắc, bạn quyết định</h2>
              <ul className="list-disc pl-5">
                {findings.map((finding) => (
                  <li key={finding.reason}>{findingWords(finding)}</li>
                ))}
              </ul>
            </Note>
          )}
          {review.may.length > 0 && <DecideForms review={review} next={next} refusal={actionData ?? kept} />}
          <Prices prices={review.prices} unit={listing.unit} />
          <History history={review.history} />
        </div>
      </div>
    </Page>
  );
}

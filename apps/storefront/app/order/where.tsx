import { getCommune, searchCommunes } from '@chophien/contracts';
import { text, visitor } from '@chophien/site';
import { ErrorSummary, Note, Page } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/where';
import { CommuneSearch } from '../commune-search.tsx';
import { deliveryDraft, keepDelivery } from './delivery.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const words = text(searchParams, 'tim').slice(0, 100).trim();
  const { commune, communeName } = deliveryDraft(who);
  const found = words ? (await who.read(searchCommunes, { query: { q: words, limit: 20 } })).items : undefined;
  return { words, found, chosen: commune ? communeName : undefined };
}

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(form, async () => {
    const { code, fullName, province } = await who.call(getCommune, { params: { code: text(form, 'commune') } });
    const draft = { ...deliveryDraft(who), commune: code, communeName: `${fullName}, ${province.name}` };
    return redirect('/dat-hang/nguoi-nhan', { headers: { 'set-cookie': keepDelivery(who, draft) } });
  });
}

export default function Where({ loaderData: { words, found, chosen }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Giao đến đâu?" narrow hidden refused={Boolean(actionData)}>
      <p className="field-hint">Đặt hàng, bước 1 trên 3</p>
      <h1>Giao đến đâu?</h1>
      <ErrorSummary refusal={actionData} />
      {chosen && !found && (
        <Note>
          Lần trước: <b>{chosen}</b>.{' '}
          <a className="inline-block py-2" href="/dat-hang/nguoi-nhan">
            Vẫn giao đến đây
          </a>
        </Note>
      )}
      <CommuneSearch words={words} found={found} />
      <p>
        <a href="/gio-hang">Về giỏ hàng</a>
      </p>
    </Page>
  );
}

import { getFieldHousehold, Id } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { data, redirect } from 'react-router';
import type { Route } from './+types/code';
import { CodeForm } from './consent-form.tsx';
import { stamp } from './entry-form.tsx';
import { useKit } from './layout.tsx';
import { householdPath } from './paths.ts';
import { HouseholdScreen } from './screen.tsx';
import { entryOf, refusalIn, sendEntry } from './send.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const household = await context.get(visitor).read(getFieldHousehold, { params: { id: params.id } });
  const which = Number(text(searchParams, 'so')) || 0;
  return { household, which, sentTo: household.phones[which] ?? '', stamped: stamp() };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const household = check(Id, params.id);
  const entry = entryOf('consent-code', household, form);
  const said = await sendEntry(context.get(visitor), entry);
  if (said.outcome === 'applied') return redirect(householdPath(household));
  return data({ refusal: refusalIn(said, entry, form), stamped: stamp() }, 409);
}

export default function Code({ loaderData, actionData }: Route.ComponentProps) {
  const { household, which, sentTo, stamped } = loaderData;
  const kit = useKit();
  return (
    <HouseholdScreen title="Nhập mã hộ đọc cho bạn" household={household} refusal={actionData?.refusal}>
      <CodeForm
        {...{ kit, which, sentTo }}
        household={household.id}
        stamped={actionData?.stamped ?? stamped}
        refusal={actionData?.refusal}
      />
      <p>
        <a className="inline-block py-3" href={householdPath(household.id, 'dong-y')}>
          Không nhận được mã? Gửi lại, hoặc dùng phiếu có chữ ký
        </a>
      </p>
    </HouseholdScreen>
  );
}

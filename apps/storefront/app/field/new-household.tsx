import { Id } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { ErrorSummary, Page } from '@chophien/ui';
import { data, redirect } from 'react-router';
import type { Route } from './+types/new-household';
import { stamp } from './entry-form.tsx';
import { HouseholdForm } from './household-form.tsx';
import { useKit } from './layout.tsx';
import { FIELD, householdPath } from './paths.ts';
import { entryOf, refusalIn, sendEntry } from './send.ts';

export const loader = () => ({ household: crypto.randomUUID() as string, stamped: stamp() });

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const household = check(Id, text(form, 'household'));
  const entry = entryOf('household', household, form);
  const said = await sendEntry(context.get(visitor), entry);
  if (said.outcome === 'applied') return redirect(householdPath(household, 'dong-y'));
  // Corrected, it is another entry; of the same household.
  return data({ refusal: refusalIn(said, entry, form), twins: said.twins, household, stamped: stamp() }, 409);
}

export default function NewHousehold({ loaderData, actionData }: Route.ComponentProps) {
  const kit = useKit();
  const { household, stamped } = actionData ?? loaderData;
  return (
    <Page title="Thêm hộ mới" narrow hidden refused={Boolean(actionData)}>
      <p>
        <a className="inline-block py-2" href={FIELD}>
          ← Danh sách hộ
        </a>
      </p>
      <h1>Thêm hộ mới</h1>
      <ErrorSummary refusal={actionData?.refusal} />
      <HouseholdForm {...{ kit, household, stamped }} refusal={actionData?.refusal} twins={actionData?.twins ?? []} />
    </Page>
  );
}

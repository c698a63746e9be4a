import { getFieldHousehold, Id } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { check, visitor } from '@chophien/site';
import { data, redirect } from 'react-router';
import type { Route } from './+types/visit';
import { VisitForm } from './consent-form.tsx';
import { stamp } from './entry-form.tsx';
import { householdPath } from './paths.ts';
import { HouseholdScreen } from './screen.tsx';
import { entryOf, refusalIn, sendEntry } from './send.ts';

export const loader = async ({ context, params }: Route.LoaderArgs) => ({
  household: await context.get(visitor).read(getFieldHousehold, { params: { id: params.id } }),
  today: vietnamDay(new Date()),
  stamped: stamp(),
});

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const household = check(Id, params.id);
  const entry = entryOf('visit', household, form);
  const said = await sendEntry(context.get(visitor), entry);
  if (said.outcome === 'applied') return redirect(householdPath(household));
  return data({ refusal: refusalIn(said, entry, form), stamped: stamp() }, 409);
}

export default function Visit({ loaderData: { household, today, stamped }, actionData }: Route.ComponentProps) {
  return (
    <HouseholdScreen title="Ghi buổi thăm" household={household} refusal={actionData?.refusal}>
      <VisitForm
        today={today}
        household={household.id}
        stamped={actionData?.stamped ?? stamped}
        refusal={actionData?.refusal}
      />
    </HouseholdScreen>
  );
}

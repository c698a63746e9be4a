import { getFieldHousehold, Id } from '@chophien/contracts';
import { check, goTo, notFound, visitor } from '@chophien/site';
import { data, redirect } from 'react-router';
import { commodities } from '../reference.ts';
import { tasks } from '../onboarding/words.ts';
import type { Route } from './+types/answers';
import { AnswersForm } from './answers-form.tsx';
import { isEmpty } from './entry.ts';
import { stamp } from './entry-form.tsx';
import { householdPath, isAsk } from './paths.ts';
import { HouseholdScreen } from './screen.tsx';
import { entryOf, refusalIn, sendEntry } from './send.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const { ask } = params;
  if (!isAsk(ask)) return notFound(context);
  const household = await read(getFieldHousehold, { params: { id: params.id } });
  if (!household.delegation?.rights.includes('producer.prepare')) return goTo(householdPath(household.id));
  const crops = ask === 'gian-hang' ? await commodities(read) : [];
  return { ask, household, crops, stamped: stamp() };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const household = check(Id, params.id);
  const entry = entryOf('answers', household, form);
  const next = householdPath(household, params.ask === 'gian-hang' ? 'hoi/noi-o' : '');
  if (isEmpty('answers', entry.body)) return redirect(next);
  const said = await sendEntry(context.get(visitor), entry);
  if (said.outcome === 'applied') return redirect(next);
  const refusal = refusalIn(said, entry, form);
  return data({ refusal, conflicts: said.conflicts, typed: entry.body, stamped: stamp() }, 409);
}

export default function Answers({ loaderData, actionData }: Route.ComponentProps) {
  const { ask, household, crops, stamped } = loaderData;
  // What somebody else answered stands beside her own words, which stay in the form.
  const mine = actionData?.conflicts.length
    ? {
        ...household,
        answers: [
          ...household.answers.filter(({ item }) => !actionData.conflicts.some((one) => one.item === item)),
          ...actionData.conflicts.map(({ item, mine: value, theirsAt }) => ({
            item,
            value: value ?? '',
            at: theirsAt,
          })),
        ],
      }
    : household;
  return (
    <HouseholdScreen
      title={tasks[ask === 'gian-hang' ? 'stall' : 'place'].title}
      household={household}
      refusal={actionData?.refusal}
    >
      <AnswersForm
        {...{ ask, crops }}
        household={mine}
        stamped={actionData?.stamped ?? stamped}
        refusal={actionData?.refusal}
        conflicts={actionData?.conflicts ?? []}
      />
    </HouseholdScreen>
  );
}

import { randomUUID } from 'node:crypto';
import { askFieldConsent, getFieldHousehold, Id, Problem } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Form, Hidden, Note, refusalOf, Submit } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/consent';
import { SlipForm } from './consent-form.tsx';
import { stamp } from './entry-form.tsx';
import { useKit } from './layout.tsx';
import { householdPath } from './paths.ts';
import { HouseholdScreen } from './screen.tsx';
import { entryOf, refusalIn, sendEntry } from './send.ts';
import { takeSlip } from './take-slip.ts';
import { sentences } from './words.ts';

export const loader = async ({ context, params }: Route.LoaderArgs) => ({
  household: await context.get(visitor).read(getFieldHousehold, { params: { id: params.id } }),
  stamped: stamp(),
});

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const household = check(Id, params.id);
  const refused = (problem: Problem, form: FormData) =>
    data({ refusal: refusalOf(problem, form, sentences), stamped: stamp() }, problem.status);
  if (!request.headers.get('content-type')?.startsWith('multipart/')) {
    const form = await request.formData();
    const which = Number(text(form, 'which')) || 0;
    try {
      await who.call(askFieldConsent, { params: { id: household }, body: { which } });
      return redirect(`${householdPath(household, 'ma')}?so=${which}`);
    } catch (error) {
      if (error instanceof Problem) return refused(error, form);
      throw error;
    }
  }
  const paper = randomUUID();
  try {
    const { form, taken } = await takeSlip(who, request, { household, paper });
    if (!taken) {
      const errors = [{ field: 'slip', rule: 'required', message: '' }];
      return refused(new Problem('platform.invalid-input', { errors }), form);
    }
    const entry = entryOf('consent-slip', household, form, paper);
    const said = await sendEntry(who, entry);
    if (said.outcome === 'applied') return redirect(householdPath(household));
    return data({ refusal: refusalIn(said, entry, form), stamped: stamp() }, 409);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return refused(error, new FormData());
  }
}

export default function Consent({ loaderData: { household, stamped }, actionData }: Route.ComponentProps) {
  const kit = useKit();
  return (
    <HouseholdScreen title="Lấy đồng ý của hộ" household={household} refusal={actionData?.refusal}>
      {household.delegation && <Note tone="good">Hộ đã đồng ý. Lấy lại khi muốn thêm việc hoặc thêm thời hạn.</Note>}
      <section className="grid gap-3" data-online="">
        <h2>Bằng mã gửi đến điện thoại của hộ</h2>
        {household.phones.length === 0 && <p>Hộ chưa có số điện thoại: hãy dùng phiếu có chữ ký.</p>}
        {household.phones.map((phone, which) => (
          <Form key={phone}>
            <Hidden name="which" value={which} />
            <Submit kind="plain" wide>
              Gửi mã đến {phone}
            </Submit>
          </Form>
        ))}
      </section>
      <h2>Bằng phiếu có chữ ký</h2>
      <SlipForm
        kit={kit}
        household={household.id}
        stamped={actionData?.stamped ?? stamped}
        refusal={actionData?.refusal}
      />
      <Enhance />
    </HouseholdScreen>
  );
}

import { type ConsentView, getMyApplication, giveConsent, handIn, Problem } from '@chophien/contracts';
import { check, goTo, text, visitor } from '@chophien/site';
import { Form, Hidden, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { z } from 'zod';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/hand-in';
import { ConsentBox } from './consent-box.tsx';
import { isOpen, openApplication } from './opened.ts';
import { lacking } from './lacking.ts';
import { applicationPath, checkPath } from './paths.ts';
import { Screen } from './screen.tsx';

/** What was not agreed to in the version that is in force. */
const isOpenConsent = ({ givenAt, withdrawnAt }: ConsentView): boolean => givenAt === null || withdrawnAt !== null;

export async function loader({ context, params }: Route.LoaderArgs) {
  const application = await openApplication({ context, params });
  const { id, may, consents, round } = application;
  if (!isOpen(application) || !may.includes('hand-in')) return goTo(applicationPath(id));
  if (lacking(application).length > 0) return goTo(checkPath(id));
  return { id, again: round > 0, consents: consents.filter(isOpenConsent) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const id = check(z.uuid(), params.id);
  const { consents } = await call(getMyApplication, { params: { id } });
  const asked = consents.filter(isOpenConsent);
  const box = ({ purpose }: ConsentView) => `dong-y-${purpose}`;
  return attempt(
    form,
    async () => {
      const ticked = asked.filter((consent) => text(form, box(consent)) === '1');
      const errors = asked
        .filter((consent) => consent.required && !ticked.includes(consent))
        .map((consent) => ({ field: box(consent), rule: 'agreed', message: '' }));
      if (errors.length > 0) throw new Problem('platform.invalid-input', { errors });
      for (const { purpose, version } of ticked) {
        // A text that changed since the page was opened is read anew, never agreed to unseen.
        if (text(form, `ban-${purpose}`) !== version) throw new Problem('onboarding.text-changed');
        await call(giveConsent, { params: { id }, body: { purpose, version, agreed: true } });
      }
      await call(handIn, { params: { id } });
      return redirect(`${applicationPath(id)}?gui=1`);
    },
    Object.fromEntries(asked.map((consent) => [box(consent), `Cần đồng ý: ${consent.title}.`])),
  );
}

export default function HandIn({ loaderData: { id, again, consents }, actionData }: Route.ComponentProps) {
  const title = consents.length > 0 ? 'Đọc và đồng ý' : 'Gửi hồ sơ';
  return (
    <Screen title={title} heading back={checkPath(id)} backWords="Xem lại hồ sơ" refusal={actionData}>
      {consents.length > 0 ? (
        <p>Bạn đọc từng điều rồi tự đánh dấu. Đồng ý rồi vẫn rút lại được lúc nào cũng được.</p>
      ) : (
        <p>Bạn đã đồng ý với các điều cần thiết. Bấm gửi để cán bộ xã xem lại.</p>
      )}
      <Form>
        {consents.map((consent) => (
          <div key={consent.purpose}>
            <Hidden name={`ban-${consent.purpose}`} value={consent.version} />
            <ConsentBox consent={consent} refusal={actionData} />
          </div>
        ))}
        <Submit wide>{again ? 'Gửi lại hồ sơ' : 'Gửi hồ sơ'}</Submit>
      </Form>
      <p>
        <a className="inline-block py-3" href={`/ban-hang/dong-y/${id}`}>
          Xem những điều đã đồng ý
        </a>
      </p>
    </Screen>
  );
}

import { attestRequirement, listSessions } from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import { check, goTo, text, type Visitor, visitor } from '@chophien/site';
import { Choices, Field, Form, Hidden, Note, type Refusal, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { z } from 'zod';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/bank';
import { bankName, banks } from './banks.ts';
import { isRunning, openApplication } from './opened.ts';
import { applicationPath, checkPath, fromCheck } from './paths.ts';
import { AsHeading, Later, Screen } from './screen.tsx';
import { remarkOn, wayAfter } from './task-steps.ts';

const title = 'Nhận tiền ở ngân hàng nào?';

/** Where people of the countryside have their accounts most often: shown before anybody searches. */
const OFTEN = 9;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const application = await openApplication({ context, params });
  const { id, payout, may } = application;
  if (!isRunning(application)) return goTo(applicationPath(id));
  const { searchParams } = new URL(request.url);
  const words = text(searchParams, 'tim').slice(0, 60);
  const all = words !== '' || searchParams.has('het');
  const sought = fold(words);
  return {
    may: may.includes('payout'),
    payout,
    words,
    all,
    found: banks.filter(({ name, long }, index) => (all ? fold(`${name} ${long}`).includes(sought) : index < OFTEN)),
    edits: fromCheck(request),
    back: fromCheck(request) ? checkPath(id) : applicationPath(id),
    later: wayAfter(application, 'money', 'bank-account'),
    remark: remarkOn(application, 'bank-account'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const id = check(z.uuid(), params.id);
  const edits = fromCheck(request) ? '&sua=1' : '';
  return attempt(
    form,
    async () => {
      if (text(form, 'bank') === 'khong') {
        const body = { basis: 'attested', reason: 'Nhận tiền mặt khi giao hàng, hoặc mã QR của nhà' } as const;
        const after = await who.call(attestRequirement, { params: { id, requirement: 'bank-account' }, body });
        return redirect(edits ? checkPath(id) : wayAfter(after, 'money', 'bank-account'));
      }
      const { bank } = check(z.object({ bank: z.enum(banks.map(({ bin }) => bin)) }), { bank: text(form, 'bank') });
      const next = `${applicationPath(id, 'tai-khoan')}?nh=${bank}${edits}`;
      if (await hasJustSignedIn(who)) return redirect(next);
      // Who they are is proved first, so that a number that was typed is never lost on the way.
      return redirect(`/xac-nhan?next=${encodeURIComponent(next)}`);
    },
    { bank: 'Chọn một ngân hàng.' },
  );
}

/** A sign-in is a proof too, for ten minutes; one less, for the number to be typed in. */
const SIGNED_IN_FOR = 9 * 60_000;

const hasJustSignedIn = async ({ call }: Visitor): Promise<boolean> => {
  const { items } = await call(listSessions);
  const here = items.find(({ current }) => current);
  return here !== undefined && Date.now() - Date.parse(here.openedAt) < SIGNED_IN_FOR;
};

export default function Bank({ loaderData, actionData }: Route.ComponentProps) {
  const { may, all, payout, back, later, remark, edits } = loaderData;
  return (
    <Screen title={title} heading={!may || all} {...{ back, remark }} refusal={actionData}>
      {payout && (
        <Note>
          Đang nhận tiền ở <b>{bankName(payout.bank)}</b>, số ••• {payout.numberEnd}, tên {payout.holder}.
          {payout.frozenUntil && ` Vừa đổi số: tiền tạm giữ đến ${when(payout.frozenUntil)}.`}
        </Note>
      )}
      {may ? (
        <Choose {...loaderData} refusal={actionData} />
      ) : (
        <p>Chỉ chủ hộ hoặc người quản lý ghi được tài khoản nhận tiền.</p>
      )}
      {!edits && <Later to={later} />}
    </Screen>
  );
}

type Data = Route.ComponentProps['loaderData'];

const Choose = ({ found, words, all, edits, payout, refusal }: Data & { refusal: Refusal | undefined }) => (
  <>
    {all && (
      <form className="grid gap-2" role="search" aria-label="Tìm ngân hàng">
        <Hidden name="het" value="1" />
        {edits && <Hidden name="sua" value="1" />}
        <Field name="tim" label="Tìm ngân hàng" type="search" value={words} maxLength={60} refusal={undefined} />
        <Submit kind="plain">Tìm</Submit>
      </form>
    )}
    {all && found.length === 0 && <p>Không có ngân hàng nào tên “{words}”. Thử ít chữ hơn.</p>}
    <Form>
      <Choices
        name="bank"
        legend={all ? 'Ngân hàng' : <AsHeading>{title}</AsHeading>}
        hint="Bước sau có thể cần mã gửi về điện thoại của bạn, để không ai khác đổi được nơi nhận tiền."
        refusal={refusal}
        chosen={payout ? [payout.bank] : []}
        options={[
          ...found.map(({ bin, name, long }) => ({
            value: bin,
            word: (
              <>
                <b>{name}</b> <small>{long}</small>
              </>
            ),
          })),
          { value: 'khong', word: 'Chưa có tài khoản: chỉ nhận tiền mặt khi giao hàng' },
        ]}
      />
      <Submit wide>Tiếp tục</Submit>
    </Form>
    {!all && (
      <p className="text-center">
        <a className="inline-block px-4 py-3" href={`?het=1${edits ? '&sua=1' : ''}`}>
          Ngân hàng khác
        </a>
      </p>
    )}
  </>
);

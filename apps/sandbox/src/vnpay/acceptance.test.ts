import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSecret, json, openPage, openStage, type Stage } from '../testing/stage.ts';
import { verifyFields } from './signature.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** A shop that does as VNPay's page says, in its order of checks. */
function goodShop(txnRef: string): Stage['shop']['answer'] {
  let final = false;
  return (heard, response) => {
    const fields = Object.fromEntries(heard.url.searchParams);
    const code = () => {
      if (!verifyFields(hashSecret, fields)) return '97';
      if (fields['vnp_TxnRef'] !== txnRef) return '01';
      if (fields['vnp_Amount'] !== '12500000') return '04';
      if (final) return '02';
      final = true;
      return '00';
    };
    json({ RspCode: code(), Message: '' })(heard, response);
  };
}

test('a shop that checks in the right order passes all five cases', async () => {
  const { txnRef } = await openPage(stage);
  stage.shop.answer = goodShop(txnRef);
  const sit = await stage.ask('/_control/vnpay/sit', {});
  expect(sit).toMatchObject({ txnRef, passed: true });
  expect(sit['cases'].map((one: { got: string }) => one.got)).toEqual(['97', '01', '04', '00', '02']);
});

test('a shop that says yes to everything fails, case by case', async () => {
  const { txnRef } = await openPage(stage);
  const sit = await stage.ask('/_control/vnpay/sit', { txnRef });
  expect(sit['passed']).toBe(false);
  expect(sit['cases'].map((one: { pass: boolean }) => one.pass)).toEqual([false, false, false, true, false]);
});

test('the test needs a payment that is still open', async () => {
  expect((await stage.post('/_control/vnpay/sit', {})).status).toBe(409);
  const { txnRef } = await openPage(stage);
  stage.shop.answer = goodShop(txnRef);
  await stage.ask('/_control/vnpay/sit', { txnRef });
  expect((await stage.post('/_control/vnpay/sit', { txnRef })).status).toBe(409);
});

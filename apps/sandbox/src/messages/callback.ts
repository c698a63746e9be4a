import type { Later } from '../later.ts';

/** How long a phone takes to have a message. */
const arrivalMs = 1_500;

/**
 * Says to the sender what became of an SMS, as eSMS does: a GET on the `CallbackUrl` it was given, `SendStatus` 5 at the end of
 * the way. A number ending in 999 is switched off: its message never arrives. What the sender answers is of no account.
 */
export const tellDelivery = async (
  later: Later,
  { url, id, request, phone }: { url: string; id: string; request: string; phone: string },
): Promise<void> => {
  if (!(await later.wait(arrivalMs))) return;
  const arrived = !phone.endsWith('999');
  const address = new URL(url);
  for (const [key, value] of Object.entries({
    SMSID: id,
    RequestId: request,
    SendStatus: '5',
    SendSuccess: arrived ? '1' : '0',
    SendFailed: arrived ? '0' : '1',
    TotalReceiver: '1',
    TotalSent: '1',
    TypeId: '2',
  })) {
    address.searchParams.set(key, value);
  }
  const signal = AbortSignal.any([AbortSignal.timeout(5_000), later.signal]);
  await fetch(address, { redirect: 'manual', signal }).catch(() => undefined);
};

/** An address on the web; anything else is not called. */
export const callbackOf = (value: unknown): string | undefined =>
  typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? value : undefined;

import type { FastifyInstance } from 'fastify';
import { Asked, Refused } from './asked.ts';
import { callFaults, type CallFaults } from './call-faults.ts';
import { vnpayFaults } from './vnpay/faults.ts';
import type { Gateway } from './vnpay/gateway.ts';
import { sequenceNames } from './vnpay/outcomes.ts';

const providers = ['vnpay', 'sms', 'zalo', 'bucket'] as const;
const dayMs = 86_400_000;

interface Controlled {
  readonly gateway: Gateway;
  readonly calls: Readonly<Record<'sms' | 'zalo' | 'bucket', CallFaults>>;
}

/** `POST /_control` makes a company misbehave, or behave again; `GET /_control` tells what is set. */
export function controlRoutes(app: FastifyInstance, controlled: Controlled): void {
  const { gateway, calls } = controlled;
  const state = () => ({
    vnpay: { ...gateway.faults.waiting, retryIntervalMs: gateway.caller.retryIntervalMs },
    sms: calls.sms.waiting,
    zalo: calls.zalo.waiting,
    bucket: calls.bucket.waiting,
  });
  app.get('/_control', state);
  app.post('/_control', (request) => {
    const asked = new Asked(request.body);
    const provider = asked.oneOf('provider', providers);
    if (!provider) throw new Refused('provider', `one of ${providers.join(', ')}`);
    if (provider === 'vnpay') setVnpay(gateway, asked);
    else setCalls(calls[provider], asked);
    return state();
  });
}

function setVnpay(gateway: Gateway, asked: Asked): void {
  const reset = asked.flag('reset');
  const order = {
    faults: asked.someOf('faults', vnpayFaults),
    times: asked.whole('times', 1, 10) ?? 1,
    lateMs: asked.whole('lateMs', 0, dayMs) ?? 0,
    sequence: asked.oneOf('sequence', sequenceNames),
  };
  const scope = asked.oneOf('scope', ['next', 'always']) ?? 'next';
  const retryIntervalMs = asked.whole('retryIntervalMs', 0, dayMs);
  asked.done();

  if (reset) {
    gateway.faults.reset();
    gateway.caller.retryIntervalMs = gateway.settings.retryIntervalMs;
  }
  if (retryIntervalMs !== undefined) gateway.caller.retryIntervalMs = retryIntervalMs;
  if (order.faults.length > 0 || order.sequence) gateway.faults.set(order, scope);
}

function setCalls(faults: CallFaults, asked: Asked): void {
  const reset = asked.flag('reset');
  const fault = asked.oneOf('fault', callFaults);
  const order = {
    times: asked.whole('times', 1, 1_000_000) ?? 1,
    delayMs: asked.whole('delayMs', 0, 600_000) ?? 10_000,
    retryAfterSeconds: asked.whole('retryAfterSeconds', 0, 86_400) ?? 2,
  };
  asked.done();
  if (reset) faults.reset();
  else if (!fault) throw new Refused('fault', `one of ${callFaults.join(', ')}`);
  if (fault) faults.set({ fault, ...order });
}

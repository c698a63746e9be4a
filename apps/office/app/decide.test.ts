import { Problem } from '@chophien/contracts';
import { goTo, type Visitor } from '@chophien/site';
import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import { unfinished } from './unfinished.ts';

/** A visitor of the office with a jar of cookies. */
const visitor = () => {
  const jar = new Map<string, string>();
  const who = {
    env: { SITE_KEY: 'a'.repeat(64) },
    cookie: (name: string) => jar.get(name),
    set: (name: string, value: string) => {
      jar.set(name, value);
      return `${name}=${value}`;
    },
    clear: (name: string) => `${name}=`,
  };
  return who as unknown as Visitor;
};

const form = (): FormData => {
  const made = new FormData();
  made.append('reason', 'Chờ kiểm tra lại.');
  return made;
};

const path = '/ho-so/1/tam-ngung';

test('who is sent to prove herself finds what she typed when she comes back', async () => {
  const who = visitor();
  const away = decide(who, path, form(), async () => goTo('/xac-nhan?next=%2F'));
  const answer = await away.catch((thrown: Response) => thrown);
  expect((answer as Response).headers.getSetCookie().join()).toContain('dang-lam=');
  expect(unfinished(who, path)).toEqual({ reason: 'Chờ kiểm tra lại.' });
});

test('once it is done, it goes on and what was typed is forgotten', async () => {
  const answer = await decide(visitor(), path, form(), async () => '/ho-so?xong=duyet');
  expect(answer).toBeInstanceOf(Response);
  expect((answer as Response).headers.get('location')).toBe('/ho-so?xong=duyet');
  expect((answer as Response).headers.getSetCookie()).toEqual(['dang-lam=']);
});

test('a refusal by name is shown beside the form, with what was typed', async () => {
  const answer = await decide(visitor(), path, form(), async () => {
    throw new Problem('onboarding.illegal-step');
  });
  expect(answer).toMatchObject({ data: { code: 'onboarding.illegal-step', typed: { reason: 'Chờ kiểm tra lại.' } } });
});

import { delegable, type Grant, mayDo, type Role, roles } from '@chophien/contracts';
import type { Named } from './openapi.ts';

/** Someone who asks: nobody signed in, anyone signed in, or a role. */
export type Caller = 'guest' | 'buyer' | Role;
export const callers: readonly Caller[] = ['guest', 'buyer', ...roles];

/** Whether a caller may ask an address at all; a guest who may not is sent to sign in (401), anyone else is refused by name (403). */
export const mayAsk = (caller: Caller, { endpoint: { needs } }: Named): boolean => {
  if (needs === 'public') return true;
  if (caller === 'guest') return false;
  const grants: Grant[] = caller === 'buyer' ? [] : [{ role: caller, rights: delegable }];
  return mayDo({ id: 'somebody', grants }, needs);
};

const short: Partial<Record<Caller, string>> = {
  guest: 'guest',
  'household-member': 'member',
  'cooperative-manager': 'coop. manager',
  'commune-officer': 'commune off.',
  'province-officer': 'province off.',
  'central-viewer': 'central',
};

const whose = {
  own: 'the own',
  producer: 'own producers',
  area: 'own area',
  anyone: 'no one’s',
} as const;

/** Every address and who may ask it, as a table for people. The same contracts give the same text. */
export const rightsTable = (named: readonly Named[]): string => {
  const parts = Map.groupBy(
    named.toSorted((a, b) => sortKey(a).localeCompare(sortKey(b), 'en')),
    ({ endpoint }) => endpoint.path.split('/')[1] ?? '',
  );
  return [
    '# Who may do what',
    '',
    'Printed from the contracts by `npm run openapi`; a test compares it with them, and another asks every address as every',
    'caller about the own things and about somebody else’s.',
    '',
    '● may · empty: refused by name (403; a guest: 401, sign in). *Whose*: somebody else’s thing is not found (404): it is',
    'looked for among the caller’s own, those of the producers she acts for, or those of her communes and provinces.',
    '*fresh*: only within ten minutes of a code. A delegate may what the household delegated, at most what is marked here.',
    '',
    ...[...parts].flatMap(([part, rows]) => [
      `## /${part}`,
      '',
      `| | whose | ${callers.map((caller) => short[caller] ?? caller).join(' | ')} |`,
      `|---|---|${callers.map(() => ':-:|').join('')}`,
      ...rows.map(line),
      '',
    ]),
  ].join('\n');
};

const sortKey = ({ endpoint }: Named): string => `${endpoint.path} ${endpoint.method}`;

const line = (one: Named): string => {
  const { method, path, reach, fresh, needs } = one.endpoint;
  const thing = needs === 'public' ? 'public' : reach ? whose[reach] : '';
  const marks = callers.map((caller) => (mayAsk(caller, one) ? '●' : '')).join(' | ');
  return `| ${method} ${path.slice(1)} | ${thing}${fresh ? ', *fresh*' : ''} | ${marks} |`;
};

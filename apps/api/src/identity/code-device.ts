import { randomUUID } from 'node:crypto';
import { equalConstantTime, hmac } from '../platform/crypto.ts';

const signature = (id: string): string => hmac('identity.device', id).slice(0, 22);

/** What a browser is known by between two codes; made here, so that nobody can choose one. */
export const newDevice = (): string => {
  const id = randomUUID();
  return `${id}.${signature(id)}`;
};

/** The id in a device's token; undefined for one that we did not make. */
export const deviceOf = (token: string | undefined): string | undefined => {
  const [, id, signed] = /^([0-9a-f-]{36})\.([\w-]{22})$/.exec(token ?? '') ?? [];
  return id && signed && equalConstantTime(signed, signature(id)) ? id : undefined;
};

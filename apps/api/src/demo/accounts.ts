import { pathToFileURL } from 'node:url';
import { normalisePhone } from '@chophien/kernel';
import { Secret } from 'otpauth';
import { hmac, subkey } from '../platform/crypto.ts';
import { applicant, besides, officials, producers } from './data.ts';
import { households } from './households.ts';

/** Follows from this installation's SECRET: the same at every start, another on every machine. */
export const demoPassword = (phone: string): string => hmac('demo-password', phone).replace(/[-_]/g, 'x').slice(0, 12);
export const demoTotpSecret = (phone: string): string =>
  new Secret({ buffer: new Uint8Array(Buffer.concat([subkey(`demo-totp ${phone}`)]).subarray(0, 20)).buffer }).base32;

/** `+84…`; the demonstration's numbers are written as people write them. */
export const e164 = (phone: string): string => {
  const normalised = normalisePhone(phone);
  if (!normalised) throw new Error(`${phone} is no phone number`);
  return normalised;
};

/** Who can sign in to the demonstration, and how. */
const accounts = () => [
  ...officials.map(({ name, phone, role, ...scope }) => ({
    role,
    name,
    phone,
    password: demoPassword(phone),
    totpSecret: demoTotpSecret(phone),
    note: 'commune' in scope ? `xã/phường ${scope.commune}` : `tỉnh ${scope.province}`,
  })),
  ...besides.map(({ role, name, phone, commune }) => ({ role, name, phone, note: `xã/phường ${commune}` })),
  ...producers.map(({ name, person }) => ({ role: 'producer', name: person.name, phone: person.phone, note: name })),
  {
    role: 'applicant',
    name: applicant.person.name,
    phone: applicant.person.phone,
    note: `${applicant.name}, đang chờ duyệt`,
  },
  ...households.map(({ name, note, stage, person }) => ({
    role: stage === 'suspended' ? 'producer' : 'applicant',
    name: person.name,
    phone: person.phone,
    note: `${name}, ${note}`,
  })),
];

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify(accounts()));
}

import { normalisePhone } from '@chophien/kernel';
import { system } from '../platform/actor.ts';
import type { Command } from '../platform/commands.ts';
import { CreateOfficial, type NewOfficial, type OfficialKeys } from './create-official.ts';
import { EndOfficial } from './end-official.ts';
import { ResetOfficial } from './reset-official.ts';
import { SuspendPerson } from './suspend-person.ts';

type Given = Parameters<Command['run']>[1];

const operator = () => system('operate');
const officialRoles = ['commune-officer', 'province-officer', 'operator'] as const;

const phoneOf = (text: string | undefined): string => {
  const phone = normalisePhone(text ?? '');
  if (!phone) throw new Error('PHONE is a Vietnamese mobile number');
  return phone;
};

const officialOf = ({ options }: Given): NewOfficial => {
  const { phone, name, role, commune, province } = options;
  const known = officialRoles.find((one) => one === role);
  if (!known) throw new Error(`--role is one of ${officialRoles.join(', ')}`);
  if (!name?.trim()) throw new Error('--name is missing');
  return { phone: phoneOf(phone), name: name.trim(), role: known, commune, province };
};

/** Shown once: neither can be read back. */
const shown = ({ id, password, otpauth }: OfficialKeys): string =>
  `id         ${id}\npassword   ${password}\nauthenticator ${otpauth}\nThese two are shown this once.`;

const kindOf = ({ options }: Given) => (options.official ? 'official' : 'person');

/** What an operator does about people. */
export const commands: readonly Command[] = [
  {
    name: 'operator create',
    help: 'operator create --phone=PHONE --name=NAME   an operator; the first one is made so',
    run: async (app, given) => {
      const official = officialOf({ ...given, options: { ...given.options, role: 'operator' } });
      return shown(await app.get(CreateOfficial, { strict: false }).run(operator(), official));
    },
  },
  {
    name: 'official create',
    help: 'official create --phone=PHONE --name=NAME --role=ROLE [--commune=CODE | --province=CODE]',
    run: async (app, given) =>
      shown(await app.get(CreateOfficial, { strict: false }).run(operator(), officialOf(given))),
  },
  {
    name: 'official reset',
    help: 'official reset PHONE               a new password and authenticator; ends her sessions',
    run: async (app, { words }) => shown(await app.get(ResetOfficial, { strict: false }).run(phoneOf(words[0]))),
  },
  {
    name: 'official end',
    help: 'official end PHONE                 ends all an official may do, and her sessions',
    run: async (app, { words }) =>
      `${await app.get(EndOfficial, { strict: false }).run(operator(), phoneOf(words[0]))} grants ended`,
  },
  ...([true, false] as const).map(
    (suspended): Command => ({
      name: suspended ? 'person suspend' : 'person restore',
      help: suspended
        ? 'person suspend PHONE [--official]  keeps someone out from the next request on'
        : 'person restore PHONE [--official]  lets her sign in again',
      run: async (app, given) => {
        const phone = phoneOf(given.words[0]);
        await app.get(SuspendPerson, { strict: false }).run({ phone, kind: kindOf(given), suspended });
        return suspended ? 'suspended' : 'restored';
      },
    }),
  ),
];

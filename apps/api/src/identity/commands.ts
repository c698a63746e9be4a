import type { StartLink } from '@chophien/contracts';
import { normalisePhone } from '@chophien/kernel';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import type { Command } from '../platform/commands.ts';
import { rows } from '../platform/database.ts';
import { Appoint, type Appointment } from './appoint.ts';
import { EndOfficial } from './end-official.ts';
import { Operators } from './operators.ts';
import { RenewStart } from './renew-start.ts';
import { SuspendPerson } from './suspend-person.ts';

type Given = Parameters<Command['run']>[1];

const operator = () => system('operate');
const officialRoles = [
  'commune-officer',
  'moderator',
  'inspector',
  'accountant',
  'province-officer',
  'central-viewer',
  'operator',
] as const;

const phoneOf = (text: string | undefined): string => {
  const phone = normalisePhone(text ?? '');
  if (!phone) throw new Error('PHONE is a Vietnamese mobile number');
  return phone;
};

const officialOf = ({ options }: Given): Appointment => {
  const { phone, name, role, commune, province } = options;
  const known = officialRoles.find((one) => one === role);
  if (!known) throw new Error(`--role is one of ${officialRoles.join(', ')}`);
  if (!name?.trim()) throw new Error('--name is missing');
  return { phone: phoneOf(phone), name: name.trim(), role: known, commune, province };
};

/** Shown once: it cannot be read back. */
const shown = (person: string | null, start: StartLink | null): string =>
  [
    ...(person ? [`id         ${person}`] : []),
    start
      ? `begins at  ${start.link}\nuntil      ${start.expiresAt}\nShown this once: there she chooses her password and sets up her authenticator.`
      : 'She is an official already and signs in as ever.',
  ].join('\n');

const kindOf = ({ options }: Given) => (options.official ? 'official' : 'person');

/** What an operator does about people. */
export const commands: readonly Command[] = [
  {
    name: 'operator create',
    help: 'operator create --phone=PHONE --name=NAME [--beside=NAME]   the first operator; a further one beside the one named',
    run: async (app, given) => {
      const official = officialOf({ ...given, options: { ...given.options, role: 'operator' } });
      await app.get(Operators, { strict: false }).mayBeMade(given.options.beside);
      const { person, start } = await app.get(Appoint, { strict: false }).byCommand(operator(), official);
      return shown(person, start);
    },
  },
  {
    name: 'official create',
    help: 'official create --phone=PHONE --name=NAME --role=ROLE [--commune=CODE | --province=CODE]',
    run: async (app, given) => {
      const official = officialOf(given);
      if (official.role === 'operator') throw new Error('an operator is made by: operator create');
      const { person, start } = await app.get(Appoint, { strict: false }).byCommand(operator(), official);
      return shown(person, start);
    },
  },
  {
    name: 'official reset',
    help: 'official reset PHONE               a new link to begin with; ends her sessions',
    run: async (app, { words }) =>
      shown(null, await app.get(RenewStart, { strict: false }).byCommand(operator(), phoneOf(words[0]))),
  },
  {
    name: 'code template',
    help: 'code template ID --from=DAY        the number of the text that Zalo approved for one-time codes, from a day on',
    run: async (app, { words, options }) => {
      const [id = ''] = words;
      const day = options.from ?? '';
      if (!/^[A-Za-z0-9_-]{1,50}$/.test(id)) throw new Error('ID is Zalo’s number of a text');
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Error('--from is a day, as 2026-12-01');
      await rows(
        app.get(DataSource),
        `insert into identity.message_template (kind, valid_from, template_id, source) values ('code', $1, $2, 'operate')`,
        [day, id],
      );
      return `codes go out by text ${id} from ${day} on`;
    },
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

import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));
const port = z.coerce.number().pipe(z.int().min(1).max(65_535));
const secret = z
  .string()
  .regex(/^([0-9a-f]{64,}|[A-Za-z0-9+/_-]{43,}={0,2})$/i, 'at least 32 random bytes, as hexadecimal or base64');

/** `2027:<64 hexadecimal>,2026:<64 hexadecimal>`: the first locks, the others still open. */
const sealingKeys = z
  .string()
  .regex(/^[\w-]{1,32}:[0-9a-f]{64}(,[\w-]{1,32}:[0-9a-f]{64})*$/i, 'id:64 hexadecimal digits, separated by commas')
  .transform((text) => text.split(',').map((one) => one.split(':') as [string, string]))
  .refine((keys) => new Set(keys.map(([id]) => id)).size === keys.length, 'two keys have one id')
  .transform((keys) => keys.map(([id, key]) => ({ id, key })));

const Environment = z.object({
  DEPLOYMENT: z.enum(['demo', 'production', 'test']),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: port.default(4302),
  WORKER_PORT: port.default(4303),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL: z.coerce.number().pipe(z.int().min(2).max(200)).default(10),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  MEILISEARCH_URL: origin.optional(),
  MEILISEARCH_KEY: z.string().min(1).optional(),
  STORAGE_URL: z.url({ protocol: /^(file|s3)$/ }),
  API_URL: origin,
  STOREFRONT_URL: origin,
  OFFICE_URL: origin,
  SECRET: secret,
  SITE_KEY: secret,
  /** What locks the keys of sealed papers and numbers; without it, a key derived from SECRET. */
  SEALING_KEYS: sealingKeys.optional(),
  /** The virus scanner (clamd): `tcp://host:3310`. Without it papers are kept as "not scanned". */
  CLAMAV_URL: z.url({ protocol: /^tcp$/ }).optional(),
  VNPAY_TMN_CODE: z.string().min(1),
  VNPAY_HASH_SECRET: z.string().min(8),
  VNPAY_URL: origin,
  ESMS_URL: origin,
  ESMS_API_KEY: z.string().min(1),
  ESMS_SECRET_KEY: z.string().min(1),
  ESMS_BRAND: z.string().min(1),
  ZALO_URL: origin,
  ZALO_ACCESS_TOKEN: z.string().min(1),
  /** Whoever watches bank accounts: SePay (`https://userapi.sepay.vn/v2`) and payOS. Without them a person looks. */
  SEPAY_URL: origin.optional(),
  SEPAY_WEBHOOK_SECRET: z.string().min(8).optional(),
  SEPAY_API_TOKEN: z.string().min(8).optional(),
  PAYOS_URL: origin.optional(),
  PAYOS_CLIENT_ID: z.string().min(1).optional(),
  PAYOS_API_KEY: z.string().min(8).optional(),
  PAYOS_CHECKSUM_KEY: z.string().min(8).optional(),
});

export type Env = Readonly<z.infer<typeof Environment>>;

/** The environment is wrong: one line for each variable, by its name, never with its value. */
export class EnvironmentRefused extends Error {
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(`The environment is not fit to start:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
    this.reasons = reasons;
  }
}

/** Reads an environment and checks it. An empty variable is an absent one. */
export const readEnv = (source: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) {
    throw new EnvironmentRefused(
      result.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return given[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`;
      }),
    );
  }
  const reasons = result.data.DEPLOYMENT === 'production' ? unfitForProduction(result.data) : [];
  if (reasons.length > 0) throw new EnvironmentRefused(reasons);
  return Object.freeze(result.data);
};

const outside = ['VNPAY_URL', 'ESMS_URL', 'ZALO_URL', 'SEPAY_URL', 'PAYOS_URL'] as const;
const shown = ['API_URL', 'STOREFRONT_URL', 'OFFICE_URL'] as const;
const secrets = [
  'SECRET',
  'SITE_KEY',
  'VNPAY_HASH_SECRET',
  'ESMS_SECRET_KEY',
  'ZALO_ACCESS_TOKEN',
  'SEPAY_WEBHOOK_SECRET',
  'PAYOS_CHECKSUM_KEY',
] as const;

/** Why these values must not meet real buyers; each line begins with the variable. */
const unfitForProduction = (env: z.infer<typeof Environment>): string[] => [
  ...outside
    .filter((name) => isSandbox(env[name] ?? ''))
    .map((name) => `${name} is the address of the sandbox; production needs the provider's own`),
  ...[...outside, ...shown].filter((name) => env[name]?.startsWith('http://')).map((name) => `${name} must be https`),
  ...shown.filter((name) => isLoopback(env[name])).map((name) => `${name} is not an address buyers can reach`),
  ...secrets
    .filter((name) => env[name] !== undefined && isGuessable(env[name]))
    .map((name) => `${name} is a default or guessable value`),
  ...(env.SECRET === env.SITE_KEY ? ['SITE_KEY must differ from SECRET'] : []),
];

const isLoopback = (url: string) =>
  /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]+\]|0\.0\.0\.0|\[::\])$/.test(
    new URL(url).hostname,
  );
const isSandbox = (url: string) =>
  url !== '' && (isLoopback(url) || new URL(url).port === '4304' || /sandbox/i.test(new URL(url).hostname));
const isGuessable = (value: string) =>
  new Set(value).size < 8 || /demo|default|example|change-?me|sandbox|secret|password|^test/i.test(value);

/** What bringing the database up to date needs, before the rest is configured. */
export const migrationEnv = (): Pick<Env, 'DATABASE_URL' | 'REDIS_URL'> => {
  const { DATABASE_URL, REDIS_URL } = process.env;
  const result = Environment.pick({ DATABASE_URL: true, REDIS_URL: true }).safeParse({
    DATABASE_URL,
    REDIS_URL: REDIS_URL || undefined,
  });
  if (!result.success)
    throw new EnvironmentRefused(result.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`));
  return result.data;
};

/** How much is logged; asked before anything else is checked, so that even a refusal to start can be written down. */
export const logLevel = (): string => {
  const level = Environment.shape.LOG_LEVEL.safeParse(process.env.LOG_LEVEL || undefined);
  return level.success ? level.data : 'info';
};

let current: Env | undefined;

/** The environment of this process; read and checked at the first call. */
export const env = (): Env => {
  current ??= readEnv(process.env);
  return current;
};

/** Tests say here what the process would have been given. */
export const useEnv = (given: Env): void => {
  current = given;
};

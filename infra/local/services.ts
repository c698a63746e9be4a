import { join } from 'node:path';
import type { ChildPlan } from './children.ts';
import { inRoot } from './paths.ts';
import { copyStep, type Ports } from './ports.ts';
import type { Secrets } from './secrets.ts';

export interface Settled {
  dataDir: string;
  ports: Ports;
  apiCopies: number;
  workerCopies: number;
  databaseUrl: string;
  secrets: Secrets;
  /** Said by the caller or by the shell; wins over what is chosen here. */
  given: Record<string, string>;
  /** Recompile and restart on change. */
  dev: boolean;
}

const here = (port: number): string => `http://127.0.0.1:${port}`;

/** Every address of the system. Copies of the API are `api`, `api2`, `api3` … */
export const addresses = ({
  ports,
  apiCopies,
  workerCopies,
}: Pick<Settled, 'ports' | 'apiCopies' | 'workerCopies'>) => {
  const urls: Record<string, string> = {
    storefront: here(ports.storefront),
    office: here(ports.office),
    sandbox: here(ports.sandbox),
  };
  for (let i = 0; i < apiCopies; i += 1) urls[copyName('api', i)] = here(ports.api + i * copyStep);
  for (let i = 0; i < workerCopies; i += 1) urls[copyName('worker', i)] = here(ports.worker + i * copyStep);
  return urls;
};

const copyName = (name: string, i: number): string => (i === 0 ? name : `${name}${i + 1}`);

/** The API's environment: the worker, the migrations, the demo data and the operator's commands use the same. */
export const apiEnvironment = ({ dataDir, ports, databaseUrl, secrets, given }: Settled): Record<string, string> => ({
  DEPLOYMENT: 'demo',
  API_HOST: '127.0.0.1',
  API_PORT: String(ports.api),
  WORKER_PORT: String(ports.worker),
  DATABASE_URL: databaseUrl,
  STORAGE_URL: `file://${join(dataDir, 'storage')}`,
  API_URL: here(ports.api),
  STOREFRONT_URL: here(ports.storefront),
  OFFICE_URL: here(ports.office),
  SECRET: secrets.SECRET,
  SITE_KEY: secrets.SITE_KEY,
  ...merchant(secrets),
  VNPAY_URL: here(ports.sandbox),
  ESMS_URL: here(ports.sandbox),
  ESMS_BRAND: 'ChoPhien',
  ZALO_URL: here(ports.sandbox),
  SEPAY_URL: `${here(ports.sandbox)}/sepay`,
  PAYOS_URL: here(ports.sandbox),
  ...given,
});

const merchant = (secrets: Secrets) => ({
  VNPAY_TMN_CODE: secrets.VNPAY_TMN_CODE,
  VNPAY_HASH_SECRET: secrets.VNPAY_HASH_SECRET,
  ESMS_API_KEY: secrets.ESMS_API_KEY,
  ESMS_SECRET_KEY: secrets.ESMS_SECRET_KEY,
  ZALO_ACCESS_TOKEN: secrets.ZALO_ACCESS_TOKEN,
  SEPAY_WEBHOOK_SECRET: secrets.SEPAY_WEBHOOK_SECRET,
  SEPAY_API_TOKEN: secrets.SEPAY_API_TOKEN,
  PAYOS_CLIENT_ID: secrets.PAYOS_CLIENT_ID,
  PAYOS_API_KEY: secrets.PAYOS_API_KEY,
  PAYOS_CHECKSUM_KEY: secrets.PAYOS_CHECKSUM_KEY,
});

/** Variables of the shell that our processes may see; the rest of it is nobody's business. */
const passedOn = `PATH HOME LANG TMPDIR NODE_OPTIONS NODE_EXTRA_CA_CERTS LOG_LEVEL
  DEPLOYMENT DATABASE_URL DATABASE_POOL REDIS_URL MEILISEARCH_URL MEILISEARCH_KEY STORAGE_URL SEALING_KEYS CLAMAV_URL
  API_URL STOREFRONT_URL OFFICE_URL SECRET SITE_KEY VNPAY_URL VNPAY_TMN_CODE VNPAY_HASH_SECRET
  ESMS_URL ESMS_API_KEY ESMS_SECRET_KEY ESMS_BRAND ZALO_URL ZALO_ACCESS_TOKEN RETRY_INTERVAL_MS
  SEPAY_URL SEPAY_WEBHOOK_SECRET SEPAY_API_TOKEN PAYOS_URL PAYOS_CLIENT_ID PAYOS_API_KEY PAYOS_CHECKSUM_KEY`.split(
  /\s+/,
);

export const fromShell = (shell: NodeJS.ProcessEnv = process.env): Record<string, string> =>
  Object.fromEntries(passedOn.flatMap((name) => (shell[name] ? [[name, shell[name]]] : [])));

/**
 * Node takes as much memory as the machine seems to offer before it tidies up. What lives in our processes is some 60 MB; with
 * these bounds one stays under 280 MB whatever it is asked.
 */
const node = (...words: string[]): string[] => [
  process.execPath,
  '--enable-source-maps',
  '--max-semi-space-size=8',
  '--max-old-space-size=144',
  ...words,
];

/** One plan per process, in the order in which they start. */
export const plans = (settled: Settled) => {
  const { ports, dev, dataDir } = settled;
  const production: Record<string, string> = { ...apiEnvironment(settled), NODE_ENV: 'production', TZ: 'UTC' };
  const at = (
    name: string,
    title: string,
    health: string,
  ): Pick<ChildPlan, 'name' | 'title' | 'logFile' | 'ready'> => ({
    name,
    title,
    logFile: join(dataDir, 'logs', `${name}.log`),
    ready: () => healthy(health),
  });
  const copies = (name: 'api' | 'worker', title: string, count: number, entry: string, variable: string): ChildPlan[] =>
    Array.from({ length: count }, (_, i) => {
      const port = ports[name] + i * copyStep;
      return {
        ...at(copyName(name, i), count > 1 ? `${title} ${i + 1}` : title, `${here(port)}/health/ready`),
        command: dev ? node('--conditions=@chophien/source', '--watch', '--watch-preserve-output', entry) : node(entry),
        cwd: inRoot('apps/api'),
        env: { ...production, ...(dev ? { NODE_ENV: 'development' } : {}), [variable]: String(port) },
      };
    });
  const site = (name: 'storefront' | 'office', title: string): ChildPlan => ({
    ...at(name, title, `${here(ports[name])}/health/live`),
    ...(dev ? { ready: () => answering(here(ports[name])) } : {}),
    command: dev
      ? [
          inRoot('apps', name, 'node_modules', '.bin', 'react-router'),
          'dev',
          '--port',
          String(ports[name]),
          '--host',
          '127.0.0.1',
        ]
      : node('start.mjs'),
    cwd: inRoot('apps', name),
    env: {
      ...fromShell(settled.given),
      ...(dev ? { NODE_ENV: 'development' } : { NODE_ENV: 'production' }),
      DEPLOYMENT: production.DEPLOYMENT ?? 'demo',
      HOST: '127.0.0.1',
      PORT: String(ports[name]),
      API_URL: here(ports.api),
      SITE_KEY: production.SITE_KEY,
      PUBLIC_URL: name === 'storefront' ? production.STOREFRONT_URL : production.OFFICE_URL,
      ...(name === 'office' ? { STOREFRONT_URL: production.STOREFRONT_URL } : {}),
    },
  });
  const sandbox: ChildPlan = {
    ...at('sandbox', 'Sandbox', `${here(ports.sandbox)}/health/live`),
    command: node('dist/main.js'),
    cwd: inRoot('apps/sandbox'),
    env: {
      ...settled.given,
      ...merchant(settled.secrets),
      BUCKET_ACCESS_KEY: settled.secrets.BUCKET_ACCESS_KEY,
      BUCKET_SECRET_KEY: settled.secrets.BUCKET_SECRET_KEY,
      HOST: '127.0.0.1',
      PORT: String(ports.sandbox),
      VNPAY_IPN_URL: `${here(ports.api)}/payments/vnpay/ipn`,
      SEPAY_WEBHOOK_URL: `${here(ports.api)}/payments/sepay/webhook`,
      PAYOS_WEBHOOK_URL: `${here(ports.api)}/payments/payos/webhook`,
      // VNPay repeats an unanswered call after five minutes; here after five seconds, so that one can watch it.
      RETRY_INTERVAL_MS: settled.given.RETRY_INTERVAL_MS ?? '5000',
      API_URL: here(ports.api),
      STOREFRONT_URL: here(ports.storefront),
      NODE_ENV: 'production',
    },
  };
  return {
    sandbox,
    api: copies('api', 'API', settled.apiCopies, 'dist/src/http.js', 'API_PORT'),
    worker: copies('worker', 'Worker', settled.workerCopies, 'dist/src/worker.js', 'WORKER_PORT'),
    sites: [site('storefront', 'Cửa hàng'), site('office', 'Văn phòng')],
  };
};

/** Vite answers, be it with an error page: in development the next save may mend it. */
const answering = async (url: string): Promise<void> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000), redirect: 'manual' });
  await response.body?.cancel();
};

const healthy = async (url: string): Promise<void> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000), redirect: 'manual' });
  await response.body?.cancel();
  if (response.status >= 400) throw new Error(`${url} answered ${response.status}`);
};

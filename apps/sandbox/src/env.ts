/** How this sandbox is set up; the secrets are those the marketplace was given for "VNPay", "eSMS" and "Zalo". */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly vnpay: {
    readonly tmnCode: string;
    readonly hashSecret: string;
    /** The address the merchant registered with VNPay for server-to-server calls. */
    readonly ipnUrl: string;
    /** Between two calls of one payment's IPN; VNPay waits 300,000 ms. */
    readonly retryIntervalMs: number;
    /** How long a merchant may take to answer an IPN. */
    readonly ipnTimeoutMs: number;
    /** With the order "return first": how long the IPN stays behind the buyer. */
    readonly returnLeadMs: number;
    /** How long a refund stays in state 05 before it goes to the bank (06) or is rejected (09). */
    readonly refundStepMs: number;
  };
  readonly esms: { readonly apiKey: string; readonly secretKey: string };
  readonly zalo: { readonly accessToken: string };
  readonly transfers: {
    readonly sepay: { readonly webhookUrl: string; readonly webhookSecret: string; readonly apiToken: string };
    readonly payos: {
      readonly webhookUrl: string;
      readonly clientId: string;
      readonly apiKey: string;
      readonly checksumKey: string;
    };
    /** A minute of the ladder by which webhooks are tried again. */
    readonly retryMinuteMs: number;
  };
  /** An S3-compatible store: `STORAGE_URL=s3://<accessKey>:<secretKey>@<host>:<port>/<name>?insecure=true`. */
  readonly bucket: { readonly name: string; readonly accessKey: string; readonly secretKey: string };
  readonly logger: {
    /** Where telemetry goes, without a trailing slash. */
    readonly apiUrl: string;
    /** First pause before a batch is tried again; doubles each time. */
    readonly backOffMs: number;
    readonly timeoutMs: number;
  };
  readonly storefrontUrl: string;
}

/** A setting that is missing or makes no sense: the process must not start. */
export class BadEnvironment extends Error {}

const needed = [
  'VNPAY_TMN_CODE',
  'VNPAY_HASH_SECRET',
  'ESMS_API_KEY',
  'ESMS_SECRET_KEY',
  'ZALO_ACCESS_TOKEN',
  'SEPAY_WEBHOOK_SECRET',
  'SEPAY_API_TOKEN',
  'PAYOS_CLIENT_ID',
  'PAYOS_API_KEY',
  'PAYOS_CHECKSUM_KEY',
  'BUCKET_ACCESS_KEY',
  'BUCKET_SECRET_KEY',
] as const;

/** Reads the environment once. Secrets have no default: a known one would let anybody sign a payment. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const missing = needed.filter((name) => !env[name]);
  if (missing.length > 0) throw new BadEnvironment(`Set ${missing.join(', ')} (see apps/sandbox/src/env.ts)`);

  return {
    host: env['HOST'] || '127.0.0.1',
    port: whole(env, 'PORT', 4304, 65_535),
    logLevel: env['LOG_LEVEL'] || 'info',
    vnpay: {
      tmnCode: env['VNPAY_TMN_CODE'] as string,
      hashSecret: env['VNPAY_HASH_SECRET'] as string,
      ipnUrl: address(env, 'VNPAY_IPN_URL', 'http://127.0.0.1:4302/payments/vnpay/ipn'),
      retryIntervalMs: whole(env, 'RETRY_INTERVAL_MS', 300_000),
      ipnTimeoutMs: whole(env, 'IPN_TIMEOUT_MS', 5_000),
      returnLeadMs: whole(env, 'RETURN_LEAD_MS', 3_000),
      refundStepMs: whole(env, 'REFUND_STEP_MS', 1_000),
    },
    esms: { apiKey: env['ESMS_API_KEY'] as string, secretKey: env['ESMS_SECRET_KEY'] as string },
    zalo: { accessToken: env['ZALO_ACCESS_TOKEN'] as string },
    transfers: {
      sepay: {
        webhookUrl: address(env, 'SEPAY_WEBHOOK_URL', 'http://127.0.0.1:4302/payments/sepay/webhook'),
        webhookSecret: env['SEPAY_WEBHOOK_SECRET'] as string,
        apiToken: env['SEPAY_API_TOKEN'] as string,
      },
      payos: {
        webhookUrl: address(env, 'PAYOS_WEBHOOK_URL', 'http://127.0.0.1:4302/payments/payos/webhook'),
        clientId: env['PAYOS_CLIENT_ID'] as string,
        apiKey: env['PAYOS_API_KEY'] as string,
        checksumKey: env['PAYOS_CHECKSUM_KEY'] as string,
      },
      retryMinuteMs: whole(env, 'RETRY_MINUTE_MS', 60_000),
    },
    bucket: {
      name: env['BUCKET_NAME'] || 'cho-phien',
      accessKey: env['BUCKET_ACCESS_KEY'] as string,
      secretKey: env['BUCKET_SECRET_KEY'] as string,
    },
    logger: {
      apiUrl: address(env, 'API_URL', 'http://127.0.0.1:4302'),
      backOffMs: whole(env, 'LOGGER_BACK_OFF_MS', 500),
      timeoutMs: whole(env, 'LOGGER_TIMEOUT_MS', 10_000),
    },
    storefrontUrl: address(env, 'STOREFRONT_URL', 'http://127.0.0.1:4300'),
  };
}

function whole(env: Record<string, string | undefined>, name: string, otherwise: number, max = 86_400_000): number {
  const text = env[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) throw new BadEnvironment(`${name} must be a whole number up to ${max}`);
  return value;
}

function address(env: Record<string, string | undefined>, name: string, otherwise: string): string {
  const text = env[name] || otherwise;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new BadEnvironment(`${name} must be an http address`);
  return text.replace(/\/+$/, '');
}

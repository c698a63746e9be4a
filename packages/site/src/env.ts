import { isIP } from 'node:net';
import { z } from 'zod';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const Settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535),
  /** Where the API listens, from here. */
  API_URL: z.url(),
  /** Shared with the API: with it the API believes the visitor's address that we tell. */
  SITE_KEY: z.string().min(16),
  /** The one address people use. Every own link, cookie rule and origin check follows from it, never from a header. */
  PUBLIC_URL: z.url(),
  /** Where people buy and sell, for links to it from the office; without it an address is told by its path alone. */
  STOREFRONT_URL: z.url().optional(),
  DEPLOYMENT: z.enum(['demo', 'production', 'test']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** A number people may ring for help; it stands at the foot of every page. */
  HELP_PHONE: z
    .string()
    .regex(/^[\d +.]{3,20}$/)
    .optional(),
  /** Addresses of the proxies in front, whose `X-Forwarded-For` is believed; anybody else's is not read. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    )
    .refine((entries) => entries.every((entry) => isIP(entry.replace(/\/\d+$/, '')) > 0), 'addresses or CIDR blocks'),
});

/** What a site is told at its start. */
export interface SiteEnv extends z.output<typeof Settings> {
  /** `https://cho.example`, without a path. */
  origin: string;
  /** Whether people come by https: then cookies carry `__Host-` and `Secure`. */
  secure: boolean;
}

/**
 * Reads a site's environment.
 * @throws Error with one sentence for each setting that is missing or wrong; plain http is for a loopback demo or test only
 */
export const siteEnv = (given: Record<string, string | undefined>): SiteEnv => {
  const result = Settings.safeParse(given);
  if (!result.success) {
    throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const url = new URL(result.data.PUBLIC_URL);
  const secure = url.protocol === 'https:';
  if (!secure && (result.data.DEPLOYMENT === 'production' || !loopback.has(url.hostname))) {
    throw new Error('PUBLIC_URL: https, unless this is a demo or a test on this very machine');
  }
  return { ...result.data, API_URL: result.data.API_URL.replace(/\/$/, ''), origin: url.origin, secure };
};

/** In a demo one machine has several names; a page opened under another one is sent to the public one. */
export const isLoopback = (host: string): boolean => loopback.has(host.replace(/:\d+$/, ''));

/** This very process's own environment. */
export const environmentHere = (): SiteEnv => siteEnv(process.env);

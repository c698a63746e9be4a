import type { SiteEnv } from './env.ts';

/** Where a form may lead: a payment begins with a POST here and ends on the payment company's page. */
const payment = ['https://sandbox.vnpayment.vn', 'https://pay.vnpay.vn'];
const rehearsal = ['http://127.0.0.1:*', 'http://localhost:*'];

/**
 * What every page says. No inline script at all; `style` attributes are allowed because a picture brings its own colour.
 * Nobody may frame us, and no address of ours (it may hold an order's key) leaves with a referrer.
 */
export const securityHeaders = (env: SiteEnv): Record<string, string> => {
  const actions = ["'self'", ...payment, ...(env.secure ? [] : rehearsal)].join(' ');
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      `form-action ${actions}`,
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
    ...(env.secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
};

/** For a page that is the same for everyone: caches may keep it, and ask each time whether it is still so. */
export const reading = (): Record<string, string> => ({ 'cache-control': 'public, no-cache' });

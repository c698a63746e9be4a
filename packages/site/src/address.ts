import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

const kind = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * Who is at the other end. The socket's address, unless that is a proxy of ours: then the last address in `X-Forwarded-For`
 * that is not one, because only what our own proxies appended can be believed.
 */
export const clientAddress = (proxies: readonly string[]): ((request: IncomingMessage) => string) => {
  const trusted = new BlockList();
  for (const entry of proxies) {
    const [address = '', prefix] = entry.split('/');
    if (prefix) trusted.addSubnet(address, Number(prefix), kind(address));
    else trusted.addAddress(address, kind(address));
  }
  const isOurs = (address: string): boolean => isIP(address) > 0 && trusted.check(address, kind(address));
  return (request) => {
    const peer = (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
    if (proxies.length === 0 || !isOurs(peer)) return peer;
    const chain = String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((entry) => entry.trim());
    return chain.findLast((address) => isIP(address) > 0 && !isOurs(address)) ?? peer;
  };
};

/**
 * From which port: the socket's, or behind a proxy of ours what it says in `X-Client-Port` (many households share one
 * address, so the log of sign-ins must tell it). Undefined where the proxy does not say.
 */
export const clientPort =
  (isBehindProxy: boolean) =>
  (request: IncomingMessage): number | undefined => {
    if (!isBehindProxy) return request.socket.remotePort;
    const said = Number(request.headers['x-client-port']);
    return Number.isInteger(said) && said > 0 && said <= 65_535 ? said : undefined;
  };

import type { Endpoint } from '@chophien/contracts';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { contractKey } from './serves.ts';

/** Nest's own mark on a handler that has an address. */
const pathKey = 'path';

/** Every contract this application answers. Throws, naming it, at a handler that has an address but no contract. */
export const contractsServed = (discovery: DiscoveryService): Endpoint[] => {
  const scanner = new MetadataScanner();
  const served: Endpoint[] = [];
  const known = new Map<string, string>();
  for (const { metatype, instance } of discovery.getControllers()) {
    if (!metatype || !instance) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method] as object;
      const name = `${metatype.name}.${method}`;
      const contract = Reflect.getMetadata(contractKey, handler) as Endpoint | undefined;
      if (!contract) {
        if (Reflect.hasMetadata(pathKey, handler)) throw new Error(`${name} has an address but no contract`);
        continue;
      }
      const address = `${contract.method} ${contract.path}`;
      const other = known.get(address);
      if (other) throw new Error(`${name} and ${other} both answer ${address}`);
      known.set(address, name);
      served.push(contract);
    }
  }
  return served;
};

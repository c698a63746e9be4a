export * from './client.ts';
export * from './endpoint.ts';
export * from './problem.ts';
export * from './rights.ts';
export * from './values.ts';

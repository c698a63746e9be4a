export * from './check.ts';
export * from './cookies.ts';
export { inDevelopment } from './development.ts';
export * from './env.ts';
export { reading } from './headers.ts';
export * from './leave.ts';
export * from './next.ts';
export * from './serve.ts';
export * from './visitor.ts';

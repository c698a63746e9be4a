/** Starts the built office. What it needs to know is in `packages/site/src/env.ts`. */
process.env.NODE_ENV = 'production';

const { start } = await import('./build/server/index.js').catch(() => {
  console.error('The office is not built yet: run `npm run build` first.');
  process.exit(1);
});
await start(process.env).catch((error) => {
  console.error(error.message);
  process.exit(1);
});

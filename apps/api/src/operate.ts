import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';
import { commands } from './commands.ts';
import { start } from './platform/process.ts';

/** The operator's hand: `operate dead list`. Without words it says what it can do. */
await start('The command', async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false });
  const command = commands.find(({ name }) => `${positionals.join(' ')} `.startsWith(`${name} `));
  if (!command) {
    process.stdout.write(`${commands.map(({ help }) => help).join('\n')}\n`);
    process.exitCode = positionals.length > 0 ? 2 : 0;
    return;
  }
  const app = await NestFactory.createApplicationContext(AppModule.with({ name: 'cho-phien operate' }), {
    logger: ['error'],
    abortOnError: false,
  });
  const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  const text = await command.run(app, { words: positionals.slice(command.name.split(' ').length), options });
  process.stdout.write(`${text}\n`);
  await app.close();
});

import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.ts';
import { tasks } from './clock.ts';
import { env } from './platform/env.ts';
import { housekeeping } from './platform/housekeeping.ts';
import { Lanes } from './platform/lanes.ts';
import { log, NestLog } from './platform/log.ts';
import { operationsServer } from './platform/operations.ts';
import { endsWell, start } from './platform/process.ts';
import { refuseDemoInProduction } from './platform/ready.ts';
import { Relay } from './platform/relay.ts';
import { WorkModule } from './platform/work.module.ts';
import { startWork } from './platform/work.ts';

/** The process that does what can wait: the relay, the lanes and the clock. */
await start('The worker', async () => {
  const { API_HOST: host, WORKER_PORT: port } = env();
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ name: 'cho-phien worker', also: [WorkModule] }),
    {
      logger: new NestLog(),
      abortOnError: false,
    },
  );
  await refuseDemoInProduction(app);
  const relay = app.get(Relay);
  const work = startWork(app, [...housekeeping, ...tasks]);
  const server = operationsServer({ db: app.get(DataSource), lanes: app.get(Lanes), lastClaim: () => relay.lastClaim });
  endsWell(async () => {
    server.close();
    await work.stop();
    await app.close();
  });
  server.listen(port, host, () => log.info({ host, port, queue: app.get(Lanes).backend }, 'the worker works'));
});

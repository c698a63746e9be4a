import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.ts';
import { env } from '../platform/env.ts';
import { NestLog } from '../platform/log.ts';
import { Demonstration } from './demonstration.ts';
import { DemoOrders } from './orders.ts';

/**
 * Fills an empty house with the demonstration, through the same acts as people's own doing; the worker must be running.
 * What is there already is left alone, so it can be started again after it was cut off.
 */
if (env().DEPLOYMENT === 'production') throw new Error('the demonstration has no place in production');
const app = await NestFactory.createApplicationContext(AppModule.with({ name: 'cho-phien demo' }), {
  logger: new NestLog(),
  abortOnError: false,
});
try {
  const demonstration = new Demonstration(app);
  await demonstration.officials();
  await demonstration.besides();
  await demonstration.producers();
  await demonstration.certificates();
  await demonstration.households();
  await demonstration.declarations();
  await new DemoOrders(app).run();
} finally {
  await app.close();
}

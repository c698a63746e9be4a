import 'reflect-metadata';
import { AppModule } from './app.module.ts';
import { documentation } from './openapi.ts';
import { env } from './platform/env.ts';
import { log } from './platform/log.ts';
import { answerOperations } from './platform/operations.ts';
import { endsWell, start } from './platform/process.ts';
import { refuseDemoInProduction } from './platform/ready.ts';
import { createWeb } from './platform/web.ts';

/** The process that answers people. */
await start('The API', async () => {
  const { API_HOST: host, API_PORT: port } = env();
  const app = await createWeb(AppModule.with({ name: 'cho-phien api' }));
  await refuseDemoInProduction(app);
  answerOperations(app);
  documentation(app);
  endsWell(() => app.close());
  await app.listen({ host, port });
  log.info({ host, port }, 'the API answers');
});

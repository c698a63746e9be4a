import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getMetadataArgsStorage } from 'typeorm';
import { type Env, readEnv, useEnv } from './env.ts';
import { log } from './log.ts';
import { PlatformModule } from './platform.module.ts';
import { Clock } from './time.ts';
import { createWeb } from './web.ts';
import { WorkModule } from './work.module.ts';

const random = () => randomBytes(32).toString('hex');

/** Gives this test process an environment: everything another company's is unreachable, every secret its own. */
export const testEnv = (given: Partial<Record<keyof Env, string>> = {}): Env => {
  const nowhere = 'http://127.0.0.1:9';
  const env = readEnv({
    DEPLOYMENT: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nowhere',
    STORAGE_URL: pathToFileURL(`${tmpdir()}/cho-phien-test-${process.pid}`).href,
    API_URL: nowhere,
    STOREFRONT_URL: nowhere,
    OFFICE_URL: nowhere,
    SECRET: random(),
    SITE_KEY: random(),
    VNPAY_TMN_CODE: 'TESTCODE',
    VNPAY_HASH_SECRET: random(),
    VNPAY_URL: nowhere,
    ESMS_URL: nowhere,
    ESMS_API_KEY: 'key',
    ESMS_SECRET_KEY: random(),
    ESMS_BRAND: 'ChoPhien',
    ZALO_URL: nowhere,
    ZALO_ACCESS_TOKEN: random(),
    ...given,
  });
  useEnv(env);
  log.level = env.LOG_LEVEL;
  return env;
};

/** A clock that stands where the test puts it. */
export class TestClock extends Clock {
  private at: Date;
  constructor(at: string | Date = new Date()) {
    super();
    this.at = new Date(at);
  }
  now(): Date {
    return new Date(this.at);
  }
  set(at: string | Date): void {
    this.at = new Date(at);
  }
  pass(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

export interface TestParts {
  imports?: (Type | DynamicModule)[];
  controllers?: Type[];
  providers?: Provider[];
  clock?: Clock;
}

/** The machinery and the given parts as one module, on the database of {@link testEnv}. */
export const testModule = ({ imports = [], controllers = [], providers = [], clock }: TestParts): DynamicModule => {
  class TestModule {}
  Module({})(TestModule);
  const entities = getMetadataArgsStorage().tables.map((table) => table.target);
  return {
    module: TestModule,
    imports: [
      PlatformModule.with({ name: 'cho-phien test', entities, ...(clock ? { clock } : {}) }),
      WorkModule,
      ...imports,
    ],
    controllers,
    providers,
  };
};

/** The web process with these parts, ready for `inject`; `also` adds to it before it is. Close it. */
export const testWeb = async (
  parts: TestParts,
  also: (app: NestFastifyApplication) => void = () => {},
): Promise<NestFastifyApplication> => {
  const app = await createWeb(testModule(parts));
  also(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
};

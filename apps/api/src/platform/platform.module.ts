import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { ContractGuard } from './contract.guard.ts';
import { bindClock, dataSource } from './database.ts';
import { env } from './env.ts';
import { Limits } from './limits.ts';
import { ProblemFilter } from './problem.filter.ts';
import { Storage } from './storage.ts';
import { Clock, SystemClock } from './time.ts';

export interface PlatformOptions {
  entities: DataSourceOptions['entities'];
  /** Shown in pg_stat_activity. */
  name: string;
  clock?: Clock;
}

/** Closes the database after everything that uses it has stopped. */
class CloseDatabase implements OnApplicationShutdown {
  constructor(private readonly db: DataSource) {}
  async onApplicationShutdown(): Promise<void> {
    if (this.db.isInitialized) await this.db.destroy();
  }
}

/** The machinery, for every context. It knows none of them. */
@Global()
@Module({})
export class PlatformModule {
  static with({ entities, name, clock = new SystemClock() }: PlatformOptions): DynamicModule {
    const connected = async () => {
      const { DATABASE_URL: url, DATABASE_POOL: pool } = env();
      const db = dataSource(url, { entities, migrations, pool, name });
      bindClock(db, clock);
      return db.initialize();
    };
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: Clock, useValue: clock },
        { provide: DataSource, useFactory: connected },
        { provide: CloseDatabase, useFactory: (db: DataSource) => new CloseDatabase(db), inject: [DataSource] },
        { provide: Storage, useFactory: () => new Storage() },
        Limits,
        ContractGuard,
        { provide: APP_GUARD, useExisting: ContractGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Clock, DataSource, Storage, Limits],
    };
  }
}

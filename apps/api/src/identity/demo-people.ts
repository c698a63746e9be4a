import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { DemoAccounts } from '../platform/ready.ts';

/** Whether anybody here was made to show the system. */
@Injectable()
export class DemoPeople extends DemoAccounts {
  constructor(private readonly db: DataSource) {
    super();
  }

  async any(): Promise<boolean> {
    return (await rows(this.db, 'select 1 from identity.person where is_demo limit 1')).length > 0;
  }
}

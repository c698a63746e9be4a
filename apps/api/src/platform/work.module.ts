import { Global, Module } from '@nestjs/common';
import { ForgetLimits, OpenMonths } from './housekeeping.ts';
import { Lanes } from './lanes.ts';
import { Relay } from './relay.ts';
import { Runner } from './runner.ts';
import { Schedule } from './schedule.ts';

/** What only the worker needs: the web process never touches a queue, so it does not even load one. */
@Global()
@Module({
  providers: [{ provide: Lanes, useFactory: () => new Lanes() }, Relay, Runner, Schedule, OpenMonths, ForgetLimits],
  exports: [Lanes, Relay, Runner, Schedule],
})
export class WorkModule {}

import type { journeyPage, ResultOf } from '@chophien/contracts';
import { rows, type Tx } from '../platform/database.ts';

export type Step = ResultOf<typeof journeyPage>['steps'][number]['step'];

/** One step to be kept. */
export interface Traced {
  /** The event that told it: told again, it is the same step. */
  event: string;
  parcel: string;
  code: string;
  step: Step;
  at: Date;
  commune: string | null;
  data?: Record<string, unknown>;
}

/** Keeps a step of a journey, once. Nothing in it may name a person: it is shown to whoever scans the parcel. */
export const keepStep = (tx: Tx, { event, parcel, code, step, at, commune, data = {} }: Traced): Promise<unknown> =>
  rows(
    tx,
    `insert into lots.trace_event (event_id, parcel, parcel_code, step, at, commune, data)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint trace_event_once do nothing`,
    [event, parcel, code, step, at, commune, JSON.stringify(data)],
  );

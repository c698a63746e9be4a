import type { ListingStep } from '@chophien/contracts';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { rows, type Tx } from '../platform/database.ts';

type Step = z.input<typeof ListingStep>;

/** What happened to a listing, the latest hundred first, with who did it. */
export const stepsOf = async (db: DataSource | Tx, offer: string): Promise<(Step & { person: string | null })[]> => {
  const found = await rows<Omit<Step, 'at'> & { at: Date; person: string | null }>(
    db,
    `select at, what, by_kind as by, by as person, changes, remarks from catalogue.listing_step
     where offer = $1 order by at desc, id desc limit 100`,
    [offer],
  );
  return found.map((step) => ({ ...step, at: step.at.toISOString() }));
};

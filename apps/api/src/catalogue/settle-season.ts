import type { ListingKind, WindowState } from '@chophien/contracts';
import { rows, type Tx } from '../platform/database.ts';
import { inSeasonOn } from './season.rules.ts';
import { windowOn, yearsLater, yearsToMove } from './window.rules.ts';

interface SeasonRow {
  id: string;
  producer: string;
  commune: string;
  price: number;
  kind: ListingKind;
  sellFrom: string | null;
  sellTo: string | null;
  repeats: boolean;
  harvestFrom: string | null;
  harvestTo: string | null;
  window: WindowState;
  inSeason: boolean;
  months: number[] | null;
}

export interface SeasonChange extends Pick<SeasonRow, 'id' | 'producer' | 'commune' | 'price'> {
  changed: ('window' | 'season')[];
}

/** Brings window and season of these listings to what this day says, and answers those that changed. */
export const settleSeason = async (tx: Tx, offers: readonly string[], today: string): Promise<SeasonChange[]> => {
  const found = await rows<SeasonRow>(tx, read, [offers, today]);
  const due = found.map((row) => ({ row, next: on(today, row) }));
  const windows = due.flatMap(({ next }) => (hasWindow(next) ? [next] : []));
  await rows(tx, keepSeasons, [JSON.stringify(windows), today]);
  const different = due.filter(({ row, next }) => differs(row, next));
  if (different.length > 0) await rows(tx, write, [JSON.stringify(different.map(({ next }) => next))]);
  return different.map(({ row: { id, producer, commune, price, ...row }, next }) => ({
    id,
    producer,
    commune,
    price,
    changed: [
      ...(row.window !== next.window || row.sellFrom !== next.sellFrom ? (['window'] as const) : []),
      ...(row.inSeason !== next.inSeason ? (['season'] as const) : []),
    ],
  }));
};

type Next = Pick<SeasonRow, 'id' | 'sellFrom' | 'sellTo' | 'harvestFrom' | 'harvestTo' | 'window' | 'inSeason'>;

/** What the row says on this day: moved on to the next year where it comes round and is near. */
const on = (today: string, row: SeasonRow): Next => {
  const { sellFrom, sellTo } = row;
  const years = row.repeats && sellFrom && sellTo ? yearsToMove(today, { sellFrom, sellTo }) : 0;
  const moved = (day: string | null) => (day === null ? null : yearsLater(day, years));
  const next = {
    id: row.id,
    sellFrom: moved(sellFrom),
    sellTo: moved(sellTo),
    harvestFrom: moved(row.harvestFrom),
    harvestTo: moved(row.harvestTo),
  };
  const window = windowOn(today, next);
  const { kind, months } = row;
  return {
    ...next,
    window,
    inSeason: inSeasonOn(today, { kind, window, months, sellsForAWhile: sellTo !== null, ...harvest(next) }),
  };
};

const harvest = ({ harvestFrom, harvestTo }: Pick<SeasonRow, 'harvestFrom' | 'harvestTo'>) => ({
  harvestFrom,
  harvestTo,
});
const hasWindow = ({ sellFrom, sellTo }: Next): boolean => sellFrom !== null || sellTo !== null;
const differs = (row: SeasonRow, next: Next): boolean =>
  row.window !== next.window || row.inSeason !== next.inSeason || row.sellFrom !== next.sellFrom;

const read = `select id, producer, commune, price, kind, sell_from as "sellFrom", sell_to as "sellTo",
    repeats_yearly as repeats, harvest_from as "harvestFrom", harvest_to as "harvestTo", window_state as window,
    in_season as "inSeason",
    (select months from catalogue.harvest_months common where common.commodity = offer.commodity and valid_from <= $2::date
     order by valid_from desc limit 1) as months
  from catalogue.offer where id = any($1::uuid[]) order by id for no key update of offer`;

const given = `jsonb_to_recordset($1::jsonb) as due (id uuid, "sellFrom" date, "sellTo" date, "harvestFrom" date,
  "harvestTo" date, "window" text, "inSeason" boolean)`;

const write = `update catalogue.offer set sell_from = "sellFrom", sell_to = "sellTo", harvest_from = "harvestFrom",
    harvest_to = "harvestTo", window_state = due."window", in_season = "inSeason",
    visible = visible and due."window" <> 'ended'
  from ${given} where offer.id = due.id`;

/** Each year's window is a row of its own; one that the seller changed before its end is marked as replaced. */
const keepSeasons = `with due as materialized (select * from ${given}), replaced as (
    update catalogue.selling_season season set state = case when season.sell_to < $2::date then 'ended' else 'replaced' end
    from due
    where season.offer = due.id and season.state in ('open', 'upcoming')
      and (season.sell_from, season.sell_to) is distinct from (due."sellFrom", due."sellTo")
  )
  insert into catalogue.selling_season as season (offer, sell_from, sell_to, state)
  select id, "sellFrom", "sellTo", "window" from due
  on conflict on constraint selling_season_once do update set state = excluded.state where season.state <> excluded.state`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What members bring to their cooperative, by the household and the grade; and levels that count places on a day instead of goods,
 * booked by telephone.
 */
export class StockSupplied1764000550000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table stock.level add column counts text not null default 'goods'
  constraint level_counts check (counts in ('goods', 'places'));
update stock.level set counts = 'places' where offer in (select id from catalogue.service_date);

alter table stock.movement add column supplier uuid, add column grade text, add column note text;
alter table stock.movement
  drop constraint movement_kind, drop constraint movement_sign, drop constraint movement_reason;
alter table stock.movement
  add constraint movement_kind check (
    kind in ('received', 'sold', 'returned', 'corrected', 'unpacked', 'weighed', 'written-off',
      'supplied', 'supply-undone', 'booked', 'unbooked')
  ),
  add constraint movement_sign check (
    case when kind in ('sold', 'weighed', 'written-off', 'supply-undone', 'booked') then quantity < 0
      when kind = 'corrected' then true else quantity > 0 end
  ),
  add constraint movement_reason check ((reason is not null) = (kind in ('corrected', 'written-off', 'supply-undone'))),
  add constraint movement_supplier check ((supplier is not null) = (kind = 'supplied')),
  add constraint movement_graded check ((grade is not null) = (kind = 'supplied')),
  add constraint movement_grade check (grade in ('special', 'first', 'second', 'third', 'ungraded')),
  add constraint movement_note check (note is null or kind = 'supplied'),
  add constraint movement_undoes check (
    case when kind in ('supply-undone', 'unbooked') then undoes is not null else undoes is null or kind = 'corrected' end
  );
create index movement_supplier on stock.movement (supplier, at) where supplier is not null;

-- What takes a movement back is its exact opposite, of the same level.
create function stock.undo_exactly() returns trigger language plpgsql as $$
begin
  if not exists (
    select from stock.movement m
    where m.id = new.undoes and m.offer = new.offer and m.quantity = -new.quantity and m.kind =
      case new.kind when 'supply-undone' then 'supplied' when 'unbooked' then 'booked' else 'corrected' end
  ) then
    raise exception 'a movement is undone by its opposite' using errcode = 'check_violation', constraint = 'movement_undone_exactly';
  end if;
  return new;
end $$;
create trigger undo_exactly before insert on stock.movement
  for each row when (new.undoes is not null) execute function stock.undo_exactly();
`);
  }

  async down(): Promise<void> {
    throw new Error('movements are never changed: those that were written need their kinds');
  }
}

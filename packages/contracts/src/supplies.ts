import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant, line, Quantity, UnitId } from './values.ts';

/** How good it is, as the cooperative sorts what its members bring. */
export const SupplyGrade = z.enum(['special', 'first', 'second', 'third', 'ungraded']);
export type SupplyGrade = z.infer<typeof SupplyGrade>;

/** What each grade is called, also in messages. */
export const gradeWords: Readonly<Record<SupplyGrade, string>> = {
  special: 'Loại đặc biệt',
  first: 'Loại 1',
  second: 'Loại 2',
  third: 'Loại 3',
  ungraded: 'Không phân loại',
};

/** What a household brought to something its cooperative sells; quantities in thousandths of the unit. */
const delivery = {
  id: Id,
  grade: SupplyGrade,
  quantity: z.int(),
  note: z.string().nullable(),
  at: Instant,
  /** Taken back, and why; null while it stands. */
  undone: z.object({ at: Instant, reason: z.string() }).nullable(),
};

const Household = z.object({ id: Id, name: z.string() });

export const SuppliesView = z
  .object({
    unit: UnitId,
    /** The latest two hundred, newest first. */
    items: z.array(z.object({ ...delivery, supplier: Household })),
    /** What stands of all that was ever brought. */
    sums: z.array(z.object({ supplier: Household, grade: SupplyGrade, quantity: z.int() })),
    /** Who belongs to the cooperative now, and so may supply. */
    members: z.array(Household),
  })
  .meta({ id: 'Supplies' });
export type SuppliesView = z.infer<typeof SuppliesView>;

export const ContributionsView = z
  .object({
    items: z.array(z.object({ ...delivery, listing: Id, name: z.string(), unit: UnitId, cooperative: z.string() })),
    sums: z.array(
      z.object({
        listing: Id,
        name: z.string(),
        unit: UnitId,
        cooperative: z.string(),
        grade: SupplyGrade,
        quantity: z.int(),
      }),
    ),
  })
  .meta({ id: 'Contributions' });
export type ContributionsView = z.infer<typeof ContributionsView>;

export const listSupplies = endpoint({
  method: 'GET',
  path: '/listings/:id/supplies',
  summary: 'What the members of a cooperative brought to one of its listings: who, when, how much of which grade',
  needs: 'stock.change',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: SuppliesView,
});

export const receiveSupply = endpoint({
  method: 'POST',
  path: '/listings/:id/supplies',
  summary: 'A household that is a member of the cooperative brought some of it; the household is told',
  needs: 'stock.change',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({ id: Id, supplier: Id, grade: SupplyGrade, quantity: Quantity, note: line(120).optional() })
    .meta({ id: 'ReceiveSupply' }),
  result: SuppliesView,
});

export const undoSupply = endpoint({
  method: 'POST',
  path: '/listings/:id/supplies/:supply/undoing',
  summary: 'It was not brought after all, or wrongly noted: what is not promised or sold goes off the level again',
  needs: 'stock.change',
  reach: 'producer',
  params: z.strictObject({ id: Id, supply: Id }),
  body: z.strictObject({ reason: line(200, 3) }).meta({ id: 'UndoSupply' }),
  result: SuppliesView,
});

export const listContributions = endpoint({
  method: 'GET',
  path: '/producers/:producer/contributions',
  summary: 'What one of my households brought to its cooperatives, newest first',
  needs: 'stock.change',
  reach: 'producer',
  params: z.strictObject({ producer: Id }),
  result: ContributionsView,
});

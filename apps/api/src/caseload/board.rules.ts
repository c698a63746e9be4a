import {
  type AnswerItem,
  type Area,
  areaOf,
  type Beat,
  beatsOf,
  type Grant,
  type TaskId,
  taskIds,
} from '@chophien/contracts';

const taskOfItem: Record<AnswerItem, TaskId> = {
  ...{ kind: 'stall', name: 'stall', head: 'stall', crops: 'stall', story: 'stall', note: 'stall' },
  ...{ commune: 'place', 'sub-area': 'place', address: 'place' },
};

/** The first task, in the order of the list, of which something is missing; consents are asked when it is handed in. */
export const stuckAt = (missing: readonly string[], tasks: ReadonlyMap<string, TaskId>): TaskId | null => {
  const found = new Set(
    missing
      .filter((code) => !code.startsWith('consent-'))
      .map((code) => taskOfItem[code as AnswerItem] ?? tasks.get(code)),
  );
  return taskIds.find((task) => found.has(task)) ?? null;
};

/** Where somebody may read the caseload: an officer's area, a helper's hamlets. */
export interface Sight {
  everywhere: boolean;
  communes: string[];
  provinces: string[];
  /** `commune hamlet` of a helper's hamlets. */
  hamlets: string[];
}

export const sightOf = (asker: { grants: readonly Grant[] }): Sight => {
  const officer: Area = areaOf(asker, 'household.import');
  const beats: Beat[] = beatsOf(asker, 'household.assist');
  const whole = beats.filter(({ hamlets }) => hamlets === null).map(({ commune }) => commune);
  return {
    ...officer,
    communes: [...new Set([...officer.communes, ...whole])],
    hamlets: beats.flatMap(({ commune, hamlets }) => (hamlets ?? []).map((hamlet) => `${commune} ${hamlet}`)),
  };
};

/** The same as a `where` clause over `h`, with four parameters from `$first` on: {@link sightValues}. */
export const inSight = (first: number): string =>
  `($${first}::boolean or h.commune = any($${first + 1}::text[]) or h.province = any($${first + 2}::text[])
    or (h.commune, h.hamlet) in (select split_part(one, ' ', 1), split_part(one, ' ', 2) from unnest($${first + 3}::text[]) as one))`;

export const sightValues = ({
  everywhere,
  communes,
  provinces,
  hamlets,
}: Sight): [boolean, string[], string[], string[]] => [everywhere, communes, provinces, hamlets];

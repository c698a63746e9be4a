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
  area: Area;
  /** `commune hamlet` of a helper's hamlets. */
  hamlets: string[];
}

export const sightOf = (asker: { grants: readonly Grant[] }): Sight => {
  const officer = areaOf(asker, 'household.import');
  const beats: Beat[] = beatsOf(asker, 'household.assist');
  const whole = beats.filter(({ hamlets }) => hamlets === null).map(({ commune }) => commune);
  return {
    area: { ...officer, communes: [...new Set([...officer.communes, ...whole])] },
    hamlets: beats.flatMap(({ commune, hamlets }) => (hamlets ?? []).map((hamlet) => `${commune} ${hamlet}`)),
  };
};

/**
 * The same as a `where` clause over `h`, with three parameters from `$first` on: every commune of it, so that one index
 * answers, those that are seen whole, and the hamlets of the others.
 */
export const inSight = (first: number): string =>
  `h.commune = any($${first}::text[]) and (h.commune = any($${first + 1}::text[])
    or h.commune || ' ' || coalesce(h.hamlet, '') = any($${first + 2}::text[]))`;

export type SightValues = [communes: string[], whole: string[], hamlets: string[]];

/** The parameters of {@link inSight}; `whole` are the communes of the sight's area. */
export const sightValues = (whole: readonly string[], hamlets: readonly string[]): SightValues => [
  [...new Set([...whole, ...hamlets.map((one) => one.slice(0, 5))])],
  [...whole],
  [...hamlets],
];

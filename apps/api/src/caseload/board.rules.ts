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

/** How a sight is told to the database: by provinces or by communes alone, or by both and hamlets. */
/** One place alone lets the index answer in the order that is asked for. */
export type SightBy = 'province' | 'provinces' | 'commune' | 'communes' | 'mixed';

export interface SightClause {
  by: SightBy;
  values: [within: string[], whole: string[], hamlets: string[]];
}

/** The parameters of {@link inSight}; `inArea` are all communes of the area. */
export const sightClause = ({ area, hamlets }: Sight, inArea: readonly string[]): SightClause => {
  const { communes, provinces } = area;
  if (hamlets.length === 0 && communes.length === 0) {
    return { by: provinces.length === 1 ? 'province' : 'provinces', values: [provinces, [], []] };
  }
  if (hamlets.length === 0 && provinces.length === 0) {
    return { by: communes.length === 1 ? 'commune' : 'communes', values: [communes, [], []] };
  }
  const within = [...new Set([...inArea, ...hamlets.map((one) => one.slice(0, 5))])];
  return { by: 'mixed', values: [within, [...inArea], hamlets] };
};

/** A sight as a `where` clause over `h`, with three parameters from `$first` on; one index answers each. */
export const inSight = (by: SightBy, first: number): string => {
  if (by === 'mixed') {
    return `h.commune = any($${first}::text[]) and (h.commune = any($${first + 1}::text[])
        or h.commune || ' ' || coalesce(h.hamlet, '') = any($${first + 2}::text[]))`;
  }
  const place = by === 'province' || by === 'provinces' ? 'h.province' : 'h.commune';
  const value = by === 'province' || by === 'commune' ? `($${first}::text[])[1]` : `any($${first}::text[])`;
  return `${place} = ${value} and $${first + 1}::text[] is not null and $${first + 2}::text[] is not null`;
};

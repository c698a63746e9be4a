import { catalogueSystem } from './catalogue-bench.ts';
import { coreId } from './catalogue/fill.ts';
import { findNothing, type Judged, queries } from './catalogue/core.ts';

const kinds = ['accents', 'plain', 'typos', 'places', 'regional', 'units'] as const;
const read = 10;

interface Answer {
  query: Judged;
  recall: number;
  rank: number;
}

/**
 * What a buyer finds among the first ten, in a catalogue of a hundred thousand: recall and the mean reciprocal rank by class
 * of question, for each engine there is. Twenty questions must find nothing.
 */
export const searchQuality = async (): Promise<boolean> => {
  const system = await catalogueSystem(100_000);
  try {
    const engine = system.env.MEILISEARCH_URL ? 'meilisearch' : 'postgresql';
    const look = async (typed: string): Promise<{ ids: string[]; names: string[] }> => {
      const answer = await fetch(`${system.urls.api}/search?q=${encodeURIComponent(typed)}`);
      if (answer.status !== 200) throw new Error(`${typed}: ${answer.status}`);
      const { items } = (await answer.json()) as { items: { id: string; name: string }[] };
      return { ids: items.slice(0, read).map(({ id }) => id), names: items.map(({ name }) => name) };
    };
    const answers: Answer[] = [];
    for (const query of queries) {
      const { ids, names } = await look(query.typed);
      const wanted = new Set(query.relevant.map(coreId));
      const found = ids.filter((id) => wanted.has(id)).length;
      const first = ids.findIndex((id) => wanted.has(id));
      answers.push({ query, recall: found / wanted.size, rank: first < 0 ? 0 : 1 / (first + 1) });
      if (found < wanted.size)
        console.log(
          JSON.stringify({ missed: query.typed, kind: query.kind, relevant: query.relevant, found: names.slice(0, 5) }),
        );
    }
    let something = 0;
    for (const typed of findNothing) {
      const { names } = await look(typed);
      if (names.length === 0) continue;
      something += 1;
      console.log(JSON.stringify({ foundInstead: typed, found: names.slice(0, 3) }));
    }
    const of = (some: Answer[]) => ({
      queries: some.length,
      recallAt10: mean(some.map(({ recall }) => recall)),
      meanReciprocalRank: mean(some.map(({ rank }) => rank)),
    });
    for (const kind of kinds)
      console.log(
        JSON.stringify({
          bench: `search-quality ${kind}`,
          engine,
          ...of(answers.filter(({ query }) => query.kind === kind)),
        }),
      );
    const all = of(answers);
    const met = all.recallAt10 >= 0.95 && something === 0;
    console.log(
      JSON.stringify({
        bench: 'search-quality',
        engine,
        ...all,
        mustFindNothing: findNothing.length,
        foundSomething: something,
        mark: { recallAt10: 0.95, foundSomething: 0 },
        met,
      }),
    );
    if (engine === 'postgresql')
      console.log(
        JSON.stringify({ bench: 'search-quality', engine: 'meilisearch', skipped: 'MEILISEARCH_URL is not set' }),
      );
    return met;
  } finally {
    await system.stop();
  }
};

const mean = (numbers: readonly number[]): number =>
  Math.round((numbers.reduce((sum, one) => sum + one, 0) / Math.max(numbers.length, 1)) * 1_000) / 1_000;

import type { ResultOf, Suggestion, suggestSearches } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Communes } from '../communes/index.ts';
import { PostgresEngine } from './postgres-engine.ts';
import { question } from './question.rules.ts';
import { completions } from './suggest.rules.ts';
import { Synonyms } from './synonyms.ts';
import { foldedWords } from './text.rules.ts';

const most = { words: 6, categories: 2, communes: 3, all: 10 };
/** Listings whose names are read. */
const read = 150;

/** What somebody may mean who is still typing. Names come from what anybody may see now, never from the index. */
@Injectable()
export class SuggestQueries {
  // oxlint-disable-next-line eslint/max-params -- three kinds of suggestions, each from who knows it
  constructor(
    private readonly catalogue: Catalogue,
    private readonly communes: Communes,
    private readonly engine: PostgresEngine,
    private readonly synonyms: Synonyms,
  ) {}

  async of(typed: string): Promise<ResultOf<typeof suggestSearches>> {
    const asked = question(typed, await this.synonyms.now());
    if (!asked || asked.words.join('').length < 2) return { items: [] };
    const [cards, categories, places] = await Promise.all([
      this.engine.beginnings(asked, read).then((ids) => this.catalogue.cards(ids)),
      this.catalogue.categories(),
      this.selling(typed),
    ]);
    const others = asked.parts.length === 1 ? (asked.parts[0]?.others ?? []).map((words) => words.join(' ')) : [];
    const texts = [
      ...completions(
        cards.map(({ name }) => name),
        asked.words,
        most.words,
      ),
      ...others,
    ];
    const groups = categories.filter(({ name }) => startsSo(foldedWords(name), asked.words)).slice(0, most.categories);
    const items: Suggestion[] = [
      ...[...new Set(texts)].slice(0, most.words).map((text) => ({ kind: 'words' as const, text })),
      ...groups.map(({ id, name }) => ({ kind: 'category' as const, text: name, id })),
      ...places,
    ];
    return { items: items.slice(0, most.all) };
  }

  /** Communes of that name, of today or of before July 2025, that have something on sale. */
  private async selling(typed: string): Promise<Suggestion[]> {
    const found = (await this.communes.units()).search(typed, most.communes * 4);
    const with_ = await this.engine.selling(found.map(({ code }) => code));
    return found
      .filter(({ code }) => with_.has(code))
      .slice(0, most.communes)
      .map(({ code, fullName, province }) => ({ kind: 'commune', text: `${fullName}, ${province.name}`, code }));
  }
}

const startsSo = (words: readonly string[], typed: readonly string[]): boolean =>
  words.some((_, start) => typed.every((word, at) => (words[start + at] ?? '').startsWith(word)));

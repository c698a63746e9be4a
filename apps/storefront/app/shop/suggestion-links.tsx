import type { Suggestion } from '@chophien/contracts';
import { Icon, type IconName } from '@chophien/ui';
import { categoryPath } from './paths.ts';

/** Where a suggestion leads: to a search by its words, or to the place itself. */
export const suggestionPath = (suggestion: Suggestion): string => {
  if (suggestion.kind === 'category') return categoryPath({ slug: suggestion.id });
  if (suggestion.kind === 'commune') return `/xa/${suggestion.code}`;
  return `/tim?q=${encodeURIComponent(suggestion.text)}`;
};

const icons: Record<Suggestion['kind'], IconName> = { words: 'search', category: 'box', commune: 'pin' };

export const SuggestionLinks = ({ suggestions, label }: { suggestions: readonly Suggestion[]; label: string }) => (
  <nav className="filters justify-center mt-3" aria-label={label}>
    {suggestions.map((one) => (
      <a key={`${one.kind} ${one.text}`} className="chip" href={suggestionPath(one)}>
        <Icon name={icons[one.kind]} />
        {one.text}
      </a>
    ))}
  </nav>
);

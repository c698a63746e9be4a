import type { StorageClass } from '@chophien/contracts';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { storage, type Tone } from './states.ts';

/** How it is kept: shape, colour and word say the same. */
export const StorageBadge = ({ value }: { value: StorageClass }) => (
  <span className={`badge badge-${value}`}>
    <Icon name={storage[value].icon} />
    {storage[value].word}
  </span>
);

/** A state: the word says it, the colour only helps. */
export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`badge badge-${tone}`}>{children}</span>
);

/** A state out of one of the tables of `states.ts`. */
export const StateBadge = ({ state }: { state: { word: string; tone: Tone } }) => (
  <Badge tone={state.tone}>{state.word}</Badge>
);

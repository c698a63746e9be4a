import { fold } from '@chophien/kernel';

/** Kinds of produce named in a list's own words, and what is left of the words when none of ours fits. */
export const goodsOf = (
  text: string | null,
  known: readonly { id: string; folded: string }[],
): { crops: string[]; rest: string } => {
  const crops: string[] = [];
  const rest: string[] = [];
  for (const part of (text ?? '').split(/[,;/+]|\s(?:và|với)\s/u)) {
    const said = part.trim();
    if (said === '') continue;
    const plain = fold(said);
    const found =
      known.find(({ folded }) => folded === plain) ??
      known.find(({ folded }) => ` ${plain} `.includes(` ${folded} `)) ??
      known.find(({ folded }) => plain.length >= 3 && ` ${folded} `.includes(` ${plain} `));
    if (found && crops.length < 12) crops.push(found.id);
    if (!found) rest.push(said);
  }
  return { crops: [...new Set(crops)], rest: rest.join(', ').slice(0, 400) };
};

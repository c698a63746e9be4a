import { type BodyOf, type askAboutMyData, Problem } from '@chophien/contracts';
import { meanings } from './words.ts';

/** A request nobody could act on without being told what it is about; the refusal names the field. */
export const lacksWords = ({ kind, text = '' }: BodyOf<typeof askAboutMyData>): Problem | undefined =>
  meanings[kind].needsText && text.length < 5
    ? new Problem('platform.invalid-input', {
        errors: [{ field: 'text', rule: 'too_small', message: 'say what it is about' }],
      })
    : undefined;

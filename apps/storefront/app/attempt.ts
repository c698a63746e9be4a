import { Problem } from '@chophien/contracts';
import { type FieldSentences, type Refusal, refusalOf } from '@chophien/ui';
import { data } from 'react-router';

/** What a route's action answers when the form stays on the screen. */
export type Refused = ReturnType<typeof refuse>;

/** The form again, with what was typed and what to mend. */
export const refuse = (
  problem: Problem,
  form: FormData,
  sentences?: FieldSentences,
  fieldOf?: (field: string) => string,
) => data<Refusal>(refusalOf(problem, form, sentences, fieldOf), { status: problem.status });

/** Runs what a form asks for; a refusal becomes the form again, anything else is a fault. */
export const attempt = async <T>(
  form: FormData,
  act: () => Promise<T>,
  sentences?: FieldSentences,
  fieldOf?: (field: string) => string,
): Promise<T | Refused> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Problem) return refuse(error, form, sentences, fieldOf);
    throw error;
  }
};
